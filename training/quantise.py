"""An ONNX file in whole numbers: `python -m training.quantise FP32.onnx INT8.onnx --data ../shared/data/polnear`.

Theory. A dense layer multiplies bytes and adds up whole numbers; the sum does not depend on an order, so that a
window's bits do not depend on its batch. Inputs are unsigned bytes with one scale and one zero a layer, fixed
beforehand (static; one taken from the batch at hand would let its windows change each other). Weights have seven
bits with sign and one scale a column: two products of a byte and such a weight fit into 16 bits, so that processors
without the newer dot-product instructions, which add in pairs, overflow nowhere and find the same sums. Tables of
rows (pieces, marks) have eight bits and one scale a row. Normalisation, attention and residues stay float32.

A few channels of some inputs are ten times as large as the others, and one scale for all would leave the others few
of its 256 steps. So channels may be divided beforehand and the weights' rows multiplied (Xiao et al. 2023,
SmoothQuant, arXiv:2211.10438). Of several ways to divide, each layer takes the one that changes its output least
(least squares) on paragraphs of the training articles. Ranges are not clipped: the largest values, few as they are,
steer attention. Nothing is trained here.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from sayso.brain.features import Vocabulary, Window
from sayso.brain.onnx import batches, padded
from sayso.brain.pairs import pair
from training import base

Array = npt.NDArray[Any]
#: Ways to divide channels: by how far they pass so many medians, and by balancing them with their weights.
PASSING = (1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
BALANCE = (0.5, 0.6, 0.7, 0.8)
#: A division costs time: it must take this part of the change away.
WORTH = 0.2
LARGEST_WEIGHT = 63
_ROWS = 1500


@dataclass(frozen=True, slots=True)
class Seen:
    """Of one dense layer's input: each channel's smallest and largest number in a mean batch; a sample of rows."""

    low: Array
    high: Array
    rows: Array


@dataclass(frozen=True, slots=True)
class Scale:
    """How an input becomes bytes: channels are divided by `divisors`, if any, all by `step`; `zero` is added."""

    divisors: Array | None
    step: np.float32
    zero: np.uint8

    def there_and_back(self, rows: Array) -> Array:
        """What bytes keep of rows, still divided."""
        divided = rows if self.divisors is None else rows / self.divisors
        return (np.clip(np.round(divided / self.step) + self.zero, 0, 255) - self.zero) * self.step

    def weight(self, weight: Array) -> Array:
        """The weights that belong to divided channels."""
        return weight if self.divisors is None else weight * self.divisors[:, None]


def quantised(model: onnx.ModelProto, windows: Sequence[Window]) -> onnx.ModelProto:
    """The model with its Gemms and tables in whole numbers, scaled by what it makes of `windows`."""
    constants = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    dense: dict[str, list[onnx.NodeProto]] = defaultdict(list)
    for node in model.graph.node:
        if node.op_type == "Gemm":
            dense[node.input[0]].append(node)
    seen = observed(model, sorted(dense), windows)
    scales: dict[str, Scale] = {}
    nodes: list[onnx.NodeProto] = []
    for node in model.graph.node:
        if node.op_type == "Gemm":
            x = node.input[0]
            if x not in scales:
                scales[x] = scaled(seen[x], np.concatenate([constants[each.input[1]] for each in dense[x]], 1))
                nodes += _input(x, scales[x], constants)
            nodes += _dense(node, scales[x], constants)
        elif node.op_type == "Gather" and node.input[0] in constants:
            nodes += _table(node, constants)
        else:
            nodes.append(node)
    return _rebuilt(model, nodes, constants)


def observed(model: onnx.ModelProto, names: Sequence[str], windows: Sequence[Window]) -> dict[str, Seen]:
    """What the values called `names` are like in `windows`, padding left out; some have a row a window alone."""
    import onnxruntime  # noqa: PLC0415 as in sayso.brain.onnx

    tapped = onnx.ModelProto()
    tapped.CopyFrom(model)
    tapped.graph.output.extend(helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in names)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(tapped.SerializeToString(), options, providers=["CPUExecutionProvider"])
    found: dict[str, list[Array]] = defaultdict(list)
    for places in batches(windows):
        given = padded([windows[i] for i in places])
        live = given["pieces"].reshape(-1) != 0
        for name, value in zip(names, session.run(list(names), given), strict=True):
            found[name].append(value[live] if len(value) == len(live) else value)
    return {name: _seen(parts) for name, parts in found.items()}


def _seen(parts: Sequence[Array]) -> Seen:
    rows = np.concatenate(parts)
    low, high = (np.mean([of(part, 0) for part in parts], 0) for of in (np.min, np.max))
    return Seen(low, high, rows[:: max(1, len(rows) // _ROWS)])


def scaled(seen: Seen, weight: Array) -> Scale:
    """The scale that changes rows @ weight least, weights in whole numbers too; undivided where that is as good."""
    exact = seen.rows @ weight
    largest = np.maximum(np.maximum(-seen.low, seen.high), 1e-6)
    heaviest = np.maximum(np.abs(weight).max(1), 1e-6)
    ways = [np.maximum(1, largest / (part * np.median(largest))) for part in PASSING]
    ways += [largest**part / heaviest ** (1 - part) for part in BALANCE]
    tried = []
    for way in (None, *ways):
        scale = _scale(seen, way)
        numbers, steps = _whole(scale.weight(weight))
        change = float(np.square(scale.there_and_back(seen.rows) @ (numbers * steps) - exact).sum())
        tried.append((change, len(tried), scale))
    best = min(tried)
    return best[2] if best[0] < (1 - WORTH) * tried[0][0] else tried[0][2]


def _scale(seen: Seen, way: Array | None) -> Scale:
    divisors = None if way is None else way.astype(np.float32)
    low, high = (
        float(of(edge / (1 if way is None else way))) for of, edge in ((np.min, seen.low), (np.max, seen.high))
    )
    low, high = min(low, 0.0), max(high, 0.0)
    step = np.float32((high - low) / 255)
    return Scale(divisors, step, np.uint8(np.clip(round(-low / float(step)), 0, 255)))


def _whole(weight: Array) -> tuple[Array, Array]:
    """Weights as whole numbers, with a step for each column."""
    steps = (np.maximum(np.abs(weight).max(0), 1e-8) / LARGEST_WEIGHT).astype(np.float32)
    return np.round(weight / steps).astype(np.int8), steps


def _input(x: str, scale: Scale, constants: dict[str, Array]) -> list[onnx.NodeProto]:
    made = []
    source = x
    if scale.divisors is not None:
        source = f"{x}.divided"
        constants[f"{x}.factors"] = (1 / scale.divisors).astype(np.float32)
        made.append(helper.make_node("Mul", [x, f"{x}.factors"], [source], name=source))
    names = [f"{x}.scale", f"{x}.zero"]
    constants.update(zip(names, (np.array(scale.step), np.array(scale.zero)), strict=True))
    return [
        *made,
        helper.make_node("QuantizeLinear", [source, *names], [f"{x}.bytes"], name=f"{x}.bytes"),
        helper.make_node("DequantizeLinear", [f"{x}.bytes", *names], [f"{x}.back"], name=f"{x}.back"),
    ]


def _dense(node: onnx.NodeProto, scale: Scale, constants: dict[str, Array]) -> list[onnx.NodeProto]:
    """A Gemm whose input, weights and bias are whole numbers with scales."""
    x, weight_name, bias_name = node.input
    bias = constants.pop(bias_name)
    numbers, steps = _whole(scale.weight(constants.pop(weight_name)))
    bias_steps = steps * scale.step
    whole = {
        weight_name: (numbers, steps, 1),
        bias_name: (np.round(bias / bias_steps).astype(np.int32), bias_steps, 0),
    }
    made = []
    for name, (value, size, axis) in whole.items():
        constants[f"{name}.whole"], constants[f"{name}.scale"] = value, size
        constants[f"{name}.zero"] = np.zeros(len(size), value.dtype)
        inputs = [f"{name}.{part}" for part in ("whole", "scale", "zero")]
        made.append(helper.make_node("DequantizeLinear", inputs, [f"{name}.back"], name=f"{name}.back", axis=axis))
    inputs = [f"{x}.back", f"{weight_name}.back", f"{bias_name}.back"]
    return [*made, helper.make_node("Gemm", inputs, list(node.output), name=node.name)]


def _table(node: onnx.NodeProto, constants: dict[str, Array]) -> list[onnx.NodeProto]:
    """A Gather from a table of bytes with a scale a row."""
    name, places = node.input
    table = constants.pop(name)
    steps = (np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127).astype(np.float32)
    constants[f"{name}.whole"], constants[f"{name}.scale"] = np.round(table / steps).astype(np.int8), steps
    row, size = f"{node.name}.bytes", f"{node.name}.scale"
    return [
        helper.make_node("Gather", [f"{name}.whole", places], [row], name=row),
        helper.make_node("Cast", [row], [f"{node.name}.number"], name=f"{node.name}.number", to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{name}.scale", places], [size], name=size),
        helper.make_node("Mul", [f"{node.name}.number", size], list(node.output), name=node.name),
    ]


def _rebuilt(
    model: onnx.ModelProto, nodes: Sequence[onnx.NodeProto], constants: Mapping[str, Array]
) -> onnx.ModelProto:
    used = {name for node in nodes for name in node.input}
    kept = [numpy_helper.from_array(value, name) for name, value in constants.items() if name in used]
    graph = helper.make_graph(nodes, model.graph.name, model.graph.input, model.graph.output, kept)
    made = helper.make_model(graph, opset_imports=model.opset_import, ir_version=model.ir_version)
    made.producer_name = model.producer_name
    onnx.checker.check_model(made)
    return made


def sample(folder: Path, vocabulary: Vocabulary, *, count: int, seed: int) -> list[Window]:
    """Some windows of the articles of a part of PolNeAR, drawn from all of them."""
    from training.data import texts  # noqa: PLC0415 reads articles, which quantised() does not need

    every = [window for text in texts(folder, vocabulary) for window in text.windows]
    return random.Random(seed).sample(  # noqa: S311 a draw, no secret
        every, min(count, len(every))
    )


def paired(path: Path, vocabulary: Vocabulary, *, count: int, seed: int) -> list[Window]:
    """Some windows of the pairs of a file, drawn from all of them."""
    from training.leans import pairs, rows  # noqa: PLC0415 as above

    every = pairs(rows(path))
    some = random.Random(seed).sample(every, min(count, len(every)))  # noqa: S311 a draw, no secret
    return [pair(one.statement, one.hypothesis, vocabulary) for one in some]


def main() -> int:
    """Write the quantised file."""
    parser = argparse.ArgumentParser(prog="python -m training.quantise", description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", type=Path, help="the float32 file of training.export")
    parser.add_argument("out", type=Path, help="the file to write")
    parser.add_argument("--data", type=Path, default=Path("../shared/data/polnear"))
    parser.add_argument("--pairs", type=Path, help="a file of pairs to take the scales from")
    parser.add_argument("--windows", type=int, default=400, help="how many windows to take the scales from")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    vocabulary = base.vocabulary()
    if asked.pairs:
        windows = paired(asked.pairs, vocabulary, count=asked.windows, seed=asked.seed)
    elif (asked.data / "train").is_dir():
        windows = sample(asked.data / "train", vocabulary, count=asked.windows, seed=asked.seed)
    else:
        sys.exit(f"{asked.data / 'train'}: no articles to take the scales from; name PolNeAR's folder with --data")
    onnx.save(quantised(onnx.load(asked.model), windows), asked.out)
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB, from {len(windows)} windows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
