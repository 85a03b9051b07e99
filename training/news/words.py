"""Words of politics, war, crime, the economy, disasters and sport, by the company they keep.

Nouns: "~" stands before an adjective, "+" behind a noun that is plural only.
"""


def listed(text: str) -> tuple[str, ...]:
    """The entries of a list written with commas."""
    return tuple(entry.strip() for entry in text.replace("\n", " ").split(",") if entry.strip())


def spaced(text: str) -> tuple[str, ...]:
    """The entries of a list written with blanks."""
    return tuple(text.split())


PEOPLE = listed("""
official, troop+, soldier, rebel, protester, lawmaker, diplomat, militant, prosecutor, force+, authority+, negotiator,
gunman, activist, villager, refugee, leader, student, worker, warplane, insurgent, separatist, minister, journalist,
prisoner, civilian, farmer, teacher, doctor, nurse, miner, trader, driver, fisherman, migrant, worshiper, pilgrim,
resident, voter, police officer, security force+, government troop+, police+, guerrilla, fighter, hostage, detainee,
demonstrator, striker, monk, priest, cleric, nun, tourist, passenger, sailor, pilot, peacekeeper, observer, inspector,
investigator, judge, lawyer, banker, investor, analyst, economist, ~armed man, ~masked gunman, ~senior official,
~senior diplomat, ~foreign worker, opposition lawmaker, ~young man, woman, child, ~local resident, border guard, riot
police+, aid worker, suicide bomber, drug trafficker, gang member, union leader, party leader, ~religious leader,
~tribal elder, right+ activist, victim, survivor, rescuer, firefighter, paramedic, patient, scientist, expert, critic,
supporter, opponent, ally+, senator, deputy
""")
OFFICES = listed("""
~foreign minister, ~prime minister, president, army chief, spokesman, spokeswoman, ambassador, opposition leader,
envoy, defense secretary, police commander, ~interior minister, judge, lawmaker, king, governor, mayor, vice
president, bishop, finance minister, ~chief prosecutor, ~top diplomat, ~military commander, ~deputy minister, ~central
bank governor, aide, ~chief executive, chairman, ~supreme leader, rebel leader, union leader, negotiator, ~former
minister, general, coach
""")
TITLES = listed("""
President, ~Foreign Minister, ~Prime Minister, Defense Minister, Finance Minister, Senator, General, Interior
Minister, Ambassador, King, Governor, Mayor, Vice President, Secretary, Colonel, Judge, Chancellor, Justice Minister,
Trade Minister
""")
BODIES = listed("""
government, army, parliament, court, opposition, military, navy, cabinet, embassy, ministry, ~foreign ministry, air
force, ~central bank, police+, senate, ~ruling party, defense ministry, ~supreme court, congress, junta, election
commission, church, right+ group, ~interior ministry, oil company, state television, rebel group, trade union,
delegation, administration, airline, ~national assembly, ~main opposition party, coalition, ~military council, news
agency, union, intelligence service
""")
TALKS = listed("""
talk+, peace talk+, negotiation+, trade talk+, meeting, summit, discussion+, dialogue, conference, ~nuclear talk+,
consultation+
""")
ATTACKS = listed("""
attack, strike, raid, bombing, offensive, assault, ambush, air strike, missile strike, rocket attack, drone attack,
suicide attack, shelling, operation, invasion, incursion, siege, car bombing, arson attack, bomb attack, massacre
""")
PROTESTS = listed("""
protest, demonstration, rally, march, strike, riot, ~hunger strike, boycott, ~general strike, uprising, campaign
""")
CALLS = listed("""
call, demand, appeal, request, push, plea, bid, ~formal request, ~repeated call, proposal, plan, vote
""")
DEALS = listed("""
deal, agreement, treaty, pact, accord, ceasefire, truce, peace deal, trade agreement, memorandum, prisoner swap,
contract, peace plan, arm+ deal, defense pact, ~nuclear deal, security agreement, resolution, settlement, compromise
""")
MEASURES = listed("""
sanction+, tariff, embargo, restriction+, curfew, ban, arm+ embargo, ~economic sanction+, blockade, travel ban, tax,
visa ban, emergency measure+, fine, import duty, austerity measure+
""")
AID = listed("""
aid, ~humanitarian aid, ~military aid, loan, grant, support, assistance, weapon+, tank, food supply+, tent, medicine,
missile, ~medical supply+, credit, fuel, ammunition, information, intelligence, asylum, permission, relief supply+,
money, wheat
""")
MATTERS = listed("""
trade, security, climate change, border, water, oil price, migration, peace, ~human right+, election, tax, corruption,
reform, ~nuclear weapon+, terrorism, democracy, autonomy, independence, inflation, unemployment, pension, fuel price,
wage, food price, energy, ~political crisis, budget, constitution, law, land reform, ~disputed island, fishing
right+, debt, racism, poverty
""")
THINGS = listed("""
law, constitution, budget, election, referendum, investigation, statement, report, bill, reform, crisis, decision,
verdict, vote, relation+, ~diplomatic relation+, tie+, ~diplomatic tie+, proposal, plan, demand, policy, decree,
allegation+, claim, charge, accusation+, offer, ~joint statement, rate, project, pipeline, factory, satellite, missile
test, investment, job, ~nuclear program, ~military exercise, drill, inquiry, immunity, appeal, ~independent inquiry,
power
""")
SITES = listed("""
embassy, hospital, school, church, mosque, airport, police station, village, town, bridge, power plant, market,
refugee camp, oil refinery, prison, hotel, bank, ~military base, checkpoint, border, palace, factory, university,
port, ~presidential palace, television station, consulate, mine, warehouse, road, courthouse, temple, train, bus,
ship, city, capital, building, border post
""")
DISASTERS = listed("""
earthquake, flood, storm, hurricane, cyclone, fire, landslide, explosion, blast, typhoon, tornado, train crash, plane
crash, outbreak, drought, avalanche, ~heavy rain
""")
FIGURES = listed("""
oil price, share, export, import, unemployment, inflation, sale, profit, ~industrial output, house price, currency,
~foreign investment, revenue, wheat price, interest rate
""")
FIRMS = listed("""
company, carmaker, bank, airline, retailer, oil company, ~central bank, manufacturer, firm, carrier, state oil
company, bank, chain, supplier
""")
TRADING = listed("cut, raise, report, buy, sell, close, open, fire, hire, build, post, fund, order")
TEAMS = listed("""
team, striker, ~national team, champion, home side, midfielder, ~defending champion, coach, club, captain
""")
CUPS = listed("""
final, match, championship, race, title, tournament, semifinal, game, cup, medal, ~opening match
""")
TO_PERSONS = listed("""
arrest, kill, shoot, detain, free, release, jail, question, abduct, kidnap, rescue, evacuate, injure, wound, deport,
expel, torture, execute, prosecute, sentence, sue, charge, indict, target, ambush, attack, capture, hang, fire,
dismiss, protect, summon, recall, train, back, blame, fear, praise, replace, extradite, pardon, hold, search, beat,
harass, punish, sack, stab, rob, murder, seize, treat, shelter, feed, stop, chase, acquit, convict, intercept, guard,
swap, oust, name, appoint, meet
""")
TO_PARTIES = listed("""
accuse, criticize, condemn, slam, blast, back, support, blame, warn, urge, praise, thank, denounce, defend, join,
meet, visit, attack, invade, bomb, shell, strike, hit, threaten, sanction, snub, defy, isolate, recognize, boycott,
arm, rebuke, sue, challenge, face, pressure, court, hail, mock, ridicule, lead, leave, oppose, question, target,
fight, assist, consult, fault, scold, lambast, chide, assure, reject, trust, distrust, engage, contact, invite, host,
outlaw, ban, applaud, congratulate
""")
TO_SITES = listed("""
storm, bomb, shell, raid, attack, occupy, seize, hit, strike, target, torch, burn, blockade, surround, evacuate,
close, visit, reopen, search, guard, leave, enter, cross, block, destroy, damage, loot, ransack, besiege, control,
capture, recapture, open, inspect, reach, abandon, rebuild, defend, tour, encircle, overrun, liberate, patrol, flood
""")
TO_TALKS = listed("""
hold, resume, suspend, begin, start, boycott, join, host, cancel, postpone, welcome, attend, open, end, delay, plan,
propose, break, demand, seek, leave, discuss, support, reject
""")
TO_ATTACKS = listed("""
launch, condemn, denounce, stage, plan, halt, repel, stop, report, fear, mount, order, plot, blame, investigate,
resume, claim, end, foil, lead, survive, face
""")
TO_PROTESTS = listed("""
stage, hold, lead, ban, disperse, plan, join, organize, end, support, stop, begin, condemn, suppress, announce, fear,
face
""")
TO_CALLS = listed("""
reject, ignore, make, renew, repeat, issue, back, support, dismiss, rebuff, accept, consider, study, welcome, discuss,
deny, refuse, drop, oppose, reiterate, echo, weigh
""")
TO_DEALS = listed("""
sign, reach, reject, back, break, violate, approve, ratify, welcome, renew, announce, seek, discuss, cancel, suspend,
denounce, accept, offer, demand, extend, criticize, scrap, propose, hail, veto
""")
TO_MEASURES = listed("""
impose, lift, ease, extend, threaten, oppose, tighten, defy, announce, demand, end, support, suspend, violate, back,
reject, challenge, cut, raise, condemn, plan, welcome
""")
TO_THINGS = listed("""
approve, reject, announce, suspend, cancel, postpone, cut, restore, discuss, release, pass, veto, defend, deny,
welcome, halt, issue, ban, end, freeze, launch, start, resume, drop, publish, criticize, endorse, abolish, order,
investigate, question, support, oppose, review, demand, dismiss, delay, reverse, condemn, sever, protest, change,
monitor, fund, test, plan
""")
TO_AID = listed("""
send, provide, supply, deliver, donate, request, cut, pledge, promise, offer, seek, suspend, receive, block, ship,
withhold, halt, need, collect, distribute, accept
""")
GIVING = listed("give, grant, offer, send, promise, deny, lend, pay, hand, give, send, offer, show")
ALONE = listed("""
continue, resume, fail, collapse, begin, end, stall, erupt, intensify, spread, escalate, start, stop, subside
""")
MOVING = listed("""
flee, gather, march, arrive, return, withdraw, retreat, escape, rally, protest, advance, surrender, travel, fight,
clash, train, land, move, strike, demonstrate, vote, riot, camp, die, disappear, resign
""")
FALLING = listed("""
rise, fall, drop, climb, slump, jump, surge, decline, plunge, increase, grow, shrink, slide, soar
""")
BALANCED = listed("""
exchange fire, trade fire, trade accusation+, exchange prisoner+, trade blame, swap prisoner+, hold talk+, resume
talk+, exchange ambassador+, trade insult+, hold drill+, restore tie+, sever tie+, cut tie+, break relation+, freeze
relation+, sign pact, sign deal, lift sanction+, open border+, end talk+, launch attack+, fire missile+, test missile,
free prisoner+, block aid, send troop+, seek aid, protest missile launch, storm church, back plan, slam attack, reject
offer, demand answer+, visit front line+, deny claim+, cut output, raise rate+, question result, face charge+, claim
victory, shell village, bomb bridge, order probe, probe blast, mull ban, ban march, stage strike, host summit, shun
talk+, quit talk+, vow revenge, hit target+, strike port, shoot protester+, fine bank+, veto resolution, hail pact,
plan election, name minister, jail critic+, cost life+, guard border, charge suspect+, arm rebel+, ration fuel, torch
bus+, target civilian+, ease curfew
""")
CONTROL = listed("""
agree, refuse, threaten, promise, vow, decide, plan, pledge, want, try, offer, decline, fail, continue, begin, seek,
intend, hope, start, need, manage, prepare, attempt, struggle
""")
RAISING = listed("""
expect, force, order, allow, urge, ask, schedule, require, believe, authorize, compel, invite
""")
ASKED_IOBJ = listed("urge, ask, tell, allow, warn, persuade, convince, urge, ask, advise")
ASKED_OBJ = listed("""
force, order, press, invite, encourage, pressure, require, want, expect, lead, prompt
""")
SAYING = listed("""
say, say, say, say, say, announce, report, add, claim, confirm, warn, insist, state, declare, acknowledge, believe,
argue, note, stress, admit, deny, predict, fear, allege, reveal
""")
QUOTING = listed("say, say, say, say, say, add, insist, warn, declare, explain, note, argue, write")
TELLING = listed("tell, tell, tell, warn, inform, assure, remind, convince")
LISTENERS = listed("reporter+, journalist+, parliament, lawmaker+, diplomat+, supporter+, investor+")
VENUES = listed("""
statement, interview, speech, ~televised address, news conference, letter, report, telephone call, radio interview,
~joint statement, briefing, ~written statement, message
""")
PARTICLES = listed("""
call off, carry out, break off, set up, hand over, blow up, take over, cut off, give up, rule out, pick up, shut down,
turn down, put off, break up, step up, tear down, wipe out, shoot down, scale back, draw up, open up, round up, gun
down, drive out, throw out, lay off, kick out
""")
PARTICLES_ALONE = listed("""
step down, break down, break out, back down, give in, take off, speak out, break up, stand down
""")
PARTICLES_WITH = listed("""
pull out of, crack down on, speak out against, back out of, give up on, lash out at, hold out for, break up with,
stand up to, sign up for, walk out of, team up with
""")
PREPOSITIONAL = listed("""
call for, appeal for, meet with, talk with, react to, respond to, agree on, vote for, vote against, rely on, focus on,
fight against, protest against, campaign for, clash with, speak with, ask for, negotiate with, depend on, object to,
apologize for, cooperate with, insist on, fire on, side with, withdraw from, retreat from, march on, fight for, push
for, press for, compete with, work with, turn to, lead to, deal with, comment on, return to
""")
AS_NOUNS = listed("""
victory, mistake, provocation, threat, terrorist, success, ~historic step, betrayal, failure, crime
""")
ISMS = listed("Islamist, rebel, opposition, military, state, army, government, student")
LED = listed("""
led, backed, run, controlled, owned, based, held, appointed, funded, dominated, trained
""")
GROUPED = listed("""
coalition, force, government, militia, group, alliance, company, rebel, party, army, fighter, peace plan
""")
MASS = spaced("""
aid support assistance weapon fuel ammunition information intelligence asylum permission money wheat credit
medicine dialogue shelling trade security change migration peace corruption terrorism democracy autonomy
independence inflation unemployment energy debt racism poverty immunity power output investment rain water
""")  # no plural, no "a"
ADVERBS = listed("""
also, again, immediately, repeatedly, strongly, finally, recently, already, briefly, publicly, officially, reportedly,
initially, formally, quickly, previously, sharply, angrily, eventually, allegedly, once, never, narrowly, unanimously
""")
VISITS = listed("visit, trip, tour, state visit, ~official visit, flight, stop, return")
TO_VISITS = listed("cancel, postpone, make, begin, end, plan, delay, welcome, protest, announce, pay, block, prepare")
EFFECTS = listed("""
hit, damage, cost, threaten, shake, spark, anger, end, disrupt, paralyze, alarm, worry, help, hurt, delay, divide,
strain, boost, benefit, please, shock, cripple, close, embarrass, unsettle, split, weaken, harm, fuel
""")
COUNTS = spaced("""
two three four five six seven eight nine 10 12 15 17 20 23 30 40 50 64 100 150 200 300 500 1,200 2,000 3,500 10,000
25,000
""")
WEEKDAYS = listed("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")
MONTHS = listed("""
January, February, March, April, May, June, July, August, September, October, November, December
""")
