"""What was learned → the model file that ships: int8 weights, names, the segmenter's pattern."""

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from eventcode.parsers.bundled.forms import Floats
from eventcode.parsers.bundled.model import SCALE, quantised
from training.batches import Inventory
from training.network import Network
from training.segmenter import CLOSING, PATTERN

MODEL = Path("src/eventcode/parsers/models/en.npz")
SMALL = 2000  # arrays of fewer numbers stay as they are


def arrays(network: Network) -> dict[str, Floats]:
    """The network's weights as numpy has them, by the names that the parser reads."""
    state = {name: value.detach().numpy() for name, value in network.state_dict().items()}
    found = {
        "vectors": state["vectors"] + state["change.weight"],
        "spelling": state["spelling.weight"][:-1],
        "network/root": state["root"],
        "network/arc": state["arc"],
        "network/label": state["label"],
        "network/tag_input": state["tag_input.weight"].T,
    }
    for name in ("tag", "feature", "dependent", "governor"):
        found[f"network/{name}"] = state[f"{name}.weight"].T
        found[f"network/{name}/bias"] = state[f"{name}.bias"]
    for number in (1, 2, 3):
        for way, suffix in (("on", ""), ("back", "_reverse")):
            place = f"network/lstm{number}/{way}"
            of = {part: state[f"lstm{number}.{part}_l0{suffix}"] for part in PARTS}
            found[f"{place}/inward"] = gates_reordered(of["weight_ih"]).T
            found[f"{place}/recurrent"] = gates_reordered(of["weight_hh"]).T
            found[f"{place}/bias"] = gates_reordered(of["bias_ih"] + of["bias_hh"])
    return found


PARTS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")


def gates_reordered(weights: np.ndarray) -> np.ndarray:
    """Torch's gates (input, forget, cell, output) as the parser has them (input, forget, output, cell)."""
    into, forget, cell, out = np.split(weights, 4)
    return np.concatenate([into, forget, out, cell])


def pack(
    network: Network,
    inventory: Inventory,
    segmenter: Mapping[str, Floats],
    custom: Mapping[str, object],
    out: Path,
) -> None:
    """Write the model file."""
    weights = arrays(network) | {f"segmenter/{name}": value for name, value in segmenter.items()}
    packed: dict[str, np.ndarray] = {}
    for name, value in weights.items():
        if value.size < SMALL:
            packed[name] = value.astype(np.float32)
        else:
            packed[name], packed[name + SCALE] = quantised(value)
    about = {
        "names": {
            "tags": [f"{upos} {xpos}" for upos, xpos in inventory.tags],
            "features": inventory.features,
            "labels": inventory.labels,
        },
        "words": inventory.words,
        "pattern": PATTERN,
        "closing": CLOSING,
        **custom,
    }
    packed["about"] = np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), dtype=np.uint8)
    out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(out, **packed)
