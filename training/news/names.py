"""Names that the news is full of: persons and towns of all regions, countries and groups from the actor lists."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.news.words import listed, spaced

GIVEN = spaced("""
Omar Maria Viktor Chen Ahmed Paul Elena Joao Amina Peter Kwame Sergei Li Abdullah Abu Ahmad Ali Aisha Alejandro
Alexander Ana Andrei Angela Anna Antonio Aung Benjamin Bashir Carlos Catherine Daniel David Dmitry Emmanuel Enrique
Erik Fatima Felipe Fernando Francois Giorgia Grace Hamid Hassan Hans Hiroshi Hugo Ibrahim Igor Imran Ingrid Irina
Ivan James Jean Joko John Jorge Jose Joseph Juan Julia Kamal Karim Khalid Kim Laila Lars Laura Luis Mahmoud Manuel
Margaret Mark Marta Mehmet Michael Miguel Mikhail Mohammed Mustafa Nadia Narendra Nguyen Nicolas Nikola Noor Olga
Olena Pedro Rafael Rajiv Ramon Rashid Ricardo Robert Rosa Said Salva Samuel Sara Sheikh Sofia Stefan Susan Tariq
Thabo Thomas Tomas Vladimir Wang William Yasmin Yusuf Zainab Zhang Zoran
""")
SURNAMES = spaced("""
Hassan Petrov Okafor Lopez Tanaka Novak Rahman Schmidt Diallo Kim Haddad Abbas Adeyemi Ahmadi Aziz Baker Banda Barre
Bauer Becker Bello Botha Camara Castro Chavez Choi Cohen Costa Cruz Danso Diaz Dlamini Dubois Eriksson Fernandez
Fischer Fonseca Garcia Gomez Gonzalez Guerrero Gupta Hansen Harris Hernandez Horvat Hussein Ibrahimi Ivanov Jackson
Jensen Johnson Kabila Kamara Karimov Keita Khan Kovac Kumar Kuznetsov Lang Larsen Lee Levy Li Lim Lungu Maduro Mahdi
Mendes Mensah Mitchell Mohamud Morales Moreau Mori Mueller Mwangi Nasser Ndiaye Nguyen Nielsen Nowak Nunez Obama
Odinga Ong Ortiz Park Patel Perez Pham Popescu Qureshi Ramirez Reyes Rossi Saleh Sanchez Santos Sato Sharma
Shevchenko Silva Singh Smith Sokolov Sow Suarez Suzuki Taylor Tesfaye Torres Toure Traore Tran Tshombe Vargas Vega
Wagner Walker Watanabe Weber Wilson Wong Yamamoto Yilmaz Zhao Zuma
""")
AL = spaced("Bashir Assad Maliki Abadi Sadr Sisi Thani Zawahiri Houthi Sudani Hariri Otaibi")
TOWNS = spaced("""
Geneva Homs Basra Goma Kandahar Vienna Mosul Lagos Quito Minsk Tripoli Manila Aleppo Idlib Raqqa Kirkuk Baghdad
Damascus Beirut Gaza Jenin Nablus Hebron Rafah Jerusalem Haifa Cairo Alexandria Suez Khartoum Nyala Juba Mogadishu
Kismayo Nairobi Mombasa Kampala Kigali Bunia Bukavu Kinshasa Luanda Lusaka Harare Maputo Pretoria Johannesburg
Durban Abuja Kano Maiduguri Bamako Gao Timbuktu Niamey Dakar Abidjan Accra Freetown Monrovia Tunis Algiers Rabat
Tehran Isfahan Kabul Herat Kunduz Peshawar Quetta Karachi Lahore Islamabad Delhi Mumbai Srinagar Kolkata Dhaka
Colombo Jaffna Kathmandu Yangon Bangkok Hanoi Jakarta Beijing Shanghai Taipei Seoul Pyongyang Tokyo Osaka Moscow
Grozny Kyiv Kharkiv Kherson Donetsk Luhansk Odesa Mariupol Chisinau Tbilisi Yerevan Baku Ankara Istanbul Diyarbakir
Athens Nicosia Belgrade Pristina Sarajevo Zagreb Budapest Warsaw Prague Berlin Hamburg Munich Paris Marseille Lyon
Brussels Rome Milan Madrid Barcelona Lisbon London Belfast Dublin Oslo Stockholm Helsinki Riga Vilnius Washington
Chicago Houston Ottawa Toronto Havana Caracas Bogota Medellin Lima Santiago Brasilia Managua Tegucigalpa New~Delhi
New~York San/Jose San/Salvador Los/Angeles Buenos/Aires Tel/Aviv Hong/Kong Abu/Dhabi La/Paz
""")
CAPITALS = spaced("""
Seoul Pyongyang Moscow Kyiv Beijing Tokyo Washington London Paris Berlin Ankara Tehran Baghdad Damascus Cairo Riyadh
Doha Islamabad Kabul Manila Jakarta Hanoi Taipei Belgrade Pristina Caracas Bogota Havana Brussels Athens Khartoum
Juba Kigali Kinshasa Tripoli Tbilisi Baku Yerevan Minsk Warsaw Rome Madrid Canberra Ottawa
""")
FREQUENT = listed("""
Russia, China, Israel, Iran, Iraq, Syria, Ukraine, Turkey, France, Germany, Britain, United Kingdom, India,
Pakistan, Egypt, Jordan, Lebanon, ~Saudi Arabia, Yemen, Afghanistan, Japan, North Korea, South Korea, Taiwan,
Vietnam, Indonesia, Myanmar, Thailand, Sudan, South Sudan, Somalia, Ethiopia, Eritrea, Kenya, Nigeria, Mali,
Niger, Congo, Rwanda, Uganda, South Africa, Zimbabwe, Libya, Tunisia, Algeria, Morocco, Poland, Hungary, Serbia,
Kosovo, Greece, Cyprus, Italy, Spain, Georgia, Armenia, Azerbaijan, Belarus, Kazakhstan, Cuba, Venezuela,
Colombia, Mexico, Brazil, Argentina, Chile, Peru, Bolivia, Haiti, Canada, Australia, Qatar, Kuwait, Oman, Bahrain,
Chad, Burundi, Ghana, Senegal, Cambodia, Nepal, Bangladesh, Sri/Lanka, Sweden
""")
SHAPES = {  # how names of two words are built: "~" before an adjective, "/" inside a flat name
    **{two: "~" + two for two in listed("Saudi Arabia, New Zealand")},
    **{two: two.replace(" ", "/") for two in listed("Sri Lanka, El Salvador, Costa Rica, Burkina Faso, Sierra Leone")},
    **{two: two for two in listed("North Korea, South Korea, South Africa, South Sudan, East Timor, Ivory Coast")},
}
ARTICLED = listed("""
~Czech Republic, ~Dominican Republic,
~United States, ~United States, ~United Nations, ~European Union, ~United Kingdom, ~Arab League, ~African Union,
Security Council, ~White House, UN, EU, US, Taliban, Pentagon, Kremlin, Philippines, Netherlands, ~West Bank,
World Bank, ~Red Cross
""")


@dataclass(frozen=True, slots=True)
class Country:
    """A country's name, and its adjective, as words for a tree."""

    name: str
    adjective: str


def countries(knowledge: Path) -> Iterator[Country]:
    """The countries that newspapers name in one or two words without an article."""
    with (knowledge / "actors" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            adjective = row["adjectives"].split(";")[0]
            plain = row["name"].isalpha() and row["name"] not in ("Philippines", "Netherlands", "Bahamas", "Maldives")
            if adjective and "-" not in adjective and not row["until"] and (plain or row["name"] in SHAPES):
                yield Country(SHAPES.get(row["name"], row["name"]), adjective)


def short_names(knowledge: Path) -> list[str]:
    """Organisations and groups of one word: acronyms and names."""
    found = set[str]()
    for file in ("organisations", "groups"):
        with (knowledge / "actors" / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                found |= {form for form in row["aliases"].split(";") if form.isupper() and len(form) <= 6}
                found |= {row["name"]}
    return sorted(form for form in found if form.isascii() and form.isalpha() and len(form) > 2 and form[-1] != "s")
