"""A checkpoint as an ONNX file in float32: `python -m training.export CHECKPOINT OUT.onnx`.

Theory. The graph is written out by hand, operator for operator that of training.network, so that it holds what a
runtime computes best and nothing else, in operators of the ONNX standard. Between attentions the pieces of all
windows stand in one matrix [B·P, H], so that each dense layer is one Gemm with its bias. The marks' rows are added
up beforehand for every combination of marks, so that an embedding is three rows and not six; the query's weights
hold attention's 1/sqrt(width of a head). Shapes: B windows of P pieces; pieces [B, P] and marks [B, P, MARKS] are
int32, 0 is padding; scores [B, P, labels], vectors [B, P, 2·roles·LINK] are float32. The tables that decoding needs
(sayso.brain.decoding.Tables) are written beside it, to OUT.json.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections.abc import Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto, helper, numpy_helper

from sayso.brain.features import LONGEST_WINDOW, MARKS
from sayso.brain.labels import FORBIDDEN

Array = npt.NDArray[Any]
HEADS = 12
OPSET = 20


class Graph:
    """An ONNX graph in the making: nodes in order, constants by name."""

    def __init__(self, state: Mapping[str, Array]) -> None:
        """Nothing in it yet; `state` are the network's numbers by name."""
        self.state = state
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, Array] = {}

    def constant(self, name: str, value: Array) -> str:
        """The name of a constant."""
        self.constants[name] = value
        return name

    def whole(self, name: str, *numbers: int) -> str:
        """The name of a constant list of whole numbers, as shapes and axes are given."""
        return self.constant(name, np.array(numbers, np.int64))

    def add(self, kind: str, inputs: Sequence[str], name: str, **attributes: str | float | list[int]) -> str:
        """The name of a new node's only output, which is the node's own."""
        self.nodes.append(helper.make_node(kind, list(inputs), [name], name=name, **attributes))
        return name

    def dense(self, x: str, source: str, name: str, *, scale: float = 1.0) -> str:
        """The dense layer x @ weight.T + bias, of the numbers called `source` times `scale`."""
        weight, bias = (np.float32(scale) * self.state[f"{source}.{part}"] for part in ("weight", "bias"))
        constants = [self.constant(f"{name}.weight", weight.T.copy()), self.constant(f"{name}.bias", bias)]
        return self.add("Gemm", [x, *constants], name)

    def norm(self, x: str, source: str, name: str) -> str:
        """Layer normalisation with the numbers called `source`."""
        parts = [self.constant(f"{name}.{part}", self.state[f"{source}.{part}"]) for part in ("weight", "bias")]
        return self.add("LayerNormalization", [x, *parts], name, epsilon=1e-12)


#: What a network gives, by name, and the dense layer that makes it: of tagger, gauge and stance network.
HEADS_OF = {
    "tagger": {"scores": "labels", "vectors": "links"},
    "gauge": {"grades": "grades"},
    "stance": {"stances": "stances"},
}


def network(state: Mapping[str, Array]) -> onnx.ModelProto:
    """The whole network as an ONNX model in float32; `state` are a checkpoint's numbers by name."""
    kind = next(kind for kind, its in HEADS_OF.items() if all(f"{head}.weight" in state for head in its.values()))
    graph = Graph(state)
    width = state["word.weight"].shape[1]
    shape = graph.add("Shape", ["pieces"], "shape")
    graph.add("Concat", [shape, graph.whole("heads", HEADS, width // HEADS)], "shape.heads", axis=0)
    graph.whole("shape.flat", -1, width)
    x, mask = _embedded(graph), _mask(graph)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    for number in range(layers):
        first = kind == "stance" and number == layers - 1
        x = _layer(graph, x, mask, f"layers.{number}", looking=_first(graph, x) if first else None)
    if kind == "stance":
        shape = graph.add("Concat", ["pairs.number", graph.whole("one", 1)], "shape.one", axis=0)
    sizes = {name: state[f"{source}.weight"].shape[0] for name, source in HEADS_OF[kind].items()}
    for name, source in HEADS_OF[kind].items():
        flat = graph.dense(x, source, f"{name}.flat")
        wanted = graph.add("Concat", [shape, graph.whole(f"{name}.size", sizes[name])], f"{name}.shape", axis=0)
        graph.add("Reshape", [flat, wanted], name)
    return _model(graph, sizes, kind)


def _model(graph: Graph, sizes: Mapping[str, int], kind: str) -> onnx.ModelProto:
    takes = [
        helper.make_tensor_value_info("pieces", TensorProto.INT32, ["B", "P"]),
        helper.make_tensor_value_info("marks", TensorProto.INT32, ["B", "P", len(MARKS)]),
    ]
    gives = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["B", "P", size]) for n, size in sizes.items()]
    constants = [numpy_helper.from_array(value, name) for name, value in graph.constants.items()]
    made = helper.make_graph(graph.nodes, kind, takes, gives, constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    model.producer_name = "sayso"
    onnx.checker.check_model(model)
    return model


def _embedded(graph: Graph) -> str:
    """The sum of each piece's row, its position's and its marks', normalised: [B·P, H]."""
    sizes = [len(values) for values in MARKS]
    weights = np.array([math.prod(sizes[i + 1 :]) for i in range(len(sizes))], np.int32)
    weighed = graph.add("Mul", ["marks", graph.constant("marks.weights", weights)], "marks.weighed")
    together = graph.add("ReduceSum", [weighed, graph.whole("last", -1)], "marks.number", keepdims=0)
    marks = graph.add("Gather", [graph.constant("marks.table", _every_mark(graph.state)), together], "marks.row")
    word = graph.add("Gather", [graph.constant("word.table", graph.state["word.weight"]), "pieces"], "word.row")
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    table = graph.constant("place.table", graph.state["position.weight"][:LONGEST_WINDOW])
    place = graph.add("Slice", [table, graph.whole("from", 0), length, graph.whole("first", 0)], "place.row")
    placed = graph.add("Add", [word, graph.add("Add", [marks, place], "unworded")], "sum")
    return graph.norm(graph.add("Reshape", [placed, "shape.flat"], "sum.flat"), "norm", "embedded")


def _every_mark(state: Mapping[str, Array]) -> Array:
    """The sum of the marks' rows for every combination of marks, that of the last mark changing fastest."""
    tables = [state[f"marks.{column}.weight"] for column in range(len(MARKS))]
    return np.array([sum(rows) for rows in product(*tables)], np.float32)


def _mask(graph: Graph) -> str:
    """What is added to attention's scores: 0, and FORBIDDEN where a piece is padding; [B, 1, 1, P]."""
    equal = graph.add("Equal", ["pieces", graph.constant("padding", np.array(0, np.int32))], "padded")
    number = graph.add("Cast", [equal], "padded.number", to=TensorProto.FLOAT)
    cost = graph.add("Mul", [number, graph.constant("forbidden", np.array(FORBIDDEN, np.float32))], "padded.cost")
    return graph.add("Unsqueeze", [cost, graph.whole("between", 1, 2)], "mask")


def _first(graph: Graph, x: str) -> str:
    """The first piece of each window of x [B·P, H], after which nothing asks for the others: [B, H]."""
    width = graph.state["word.weight"].shape[1]
    sizes = graph.add("Concat", ["shape", graph.whole("width", width)], "shape.pieces", axis=0)
    apart = graph.add("Reshape", [x, sizes], "pieces.apart")
    pairs = graph.add("Shape", ["pieces"], "pairs.number", start=0, end=1)
    graph.add("Concat", [pairs, graph.whole("heads.first", 1, HEADS, width // HEADS)], "shape.heads.first", axis=0)
    return graph.add("Gather", [apart, graph.constant("zeroth", np.array(0, np.int64))], "first.row", axis=1)


def _layer(graph: Graph, x: str, mask: str, name: str, *, looking: str | None = None) -> str:
    """One training.network.Layer: x [B·P, H] -> [B·P, H]; of `looking` alone, where it is given: [B, H]."""
    mixed = _attention(graph, x, mask, name, looking=looking)
    after = graph.dense(mixed, f"{name}.after", f"{name}.after")
    x = graph.norm(graph.add("Add", [after, looking or x], f"{name}.sum1"), f"{name}.norm1", f"{name}.norm1")
    bent = graph.add("Gelu", [graph.dense(x, f"{name}.up", f"{name}.up")], f"{name}.gelu")
    down = graph.dense(bent, f"{name}.down", f"{name}.down")
    return graph.norm(graph.add("Add", [down, x], f"{name}.sum2"), f"{name}.norm2", f"{name}.norm2")


def _attention(graph: Graph, x: str, mask: str, name: str, *, looking: str | None) -> str:
    """What each piece of x takes from the others, or each of `looking` does."""
    turns = {"query": [0, 2, 1, 3], "key": [0, 2, 3, 1], "value": [0, 2, 1, 3]}
    parts = {}
    for part, turn in turns.items():
        size = math.sqrt(graph.constants["heads"][1]) if part == "query" else 1.0
        few = looking if part == "query" else None
        flat = graph.dense(few or x, f"{name}.{part}", f"{name}.{part}", scale=1 / size)
        shape = "shape.heads.first" if few else "shape.heads"
        split = graph.add("Reshape", [flat, shape], f"{name}.{part}.heads")
        parts[part] = graph.add("Transpose", [split], f"{name}.{part}.turned", perm=turn)
    looks = graph.add("MatMul", [parts["query"], parts["key"]], f"{name}.looks")
    shares = graph.add("Softmax", [graph.add("Add", [looks, mask], f"{name}.masked")], f"{name}.shares", axis=-1)
    mixed = graph.add("MatMul", [shares, parts["value"]], f"{name}.mix")
    turned = graph.add("Transpose", [mixed], f"{name}.mix.turned", perm=[0, 2, 1, 3])
    return graph.add("Reshape", [turned, "shape.flat"], f"{name}.mixed")


def checkpoint(path: Path) -> dict[str, Array]:
    """The numbers of a checkpoint of training.train, by name, as float32."""
    import torch  # noqa: PLC0415 only this reads what torch wrote

    state = torch.load(path, map_location="cpu", weights_only=True)
    return {name: value.float().numpy() for name, value in state.items()}


def tables(state: Mapping[str, Array]) -> dict[str, Any]:
    """What decoding needs of a tagger's checkpoint, as lists: steps, nothing, apart; nothing of a gauge's."""
    wanted = [name for name in ("steps", "nothing", "apart") if name in state]
    return {name: np.round(state[name].astype(float), 6).tolist() for name in wanted}


def main() -> int:
    """Write the ONNX file and, beside it, the tables."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.split("\n", 1)[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path, help="the ONNX file to write; the tables go to the same name with .json")
    asked = parser.parse_args()
    state = checkpoint(asked.checkpoint)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(network(state), asked.out)
    asked.out.with_suffix(".json").write_text(json.dumps(tables(state)) + "\n", "utf-8")
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
