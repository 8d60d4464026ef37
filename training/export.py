"""A checkpoint as an ONNX file: `python -m training.export CHECKPOINT OUT.onnx`.

Theory. The graph is written out by hand, operator for operator that of training.network, so that it holds what a
runtime can fuse and nothing else: one matrix for query, key and value; the position's row and the four marks' rows
of all combinations of marks added up beforehand, so that an embedding is three rows and not six. Shapes: B windows of
P pieces; pieces [B, P] and marks [B, P, len(MARKS)] are int32, 0 is padding; scores [B, P, labels] and vectors
[B, P, 2·roles·LINK] are float32. The tables for Viterbi and links go beside it as settings.json.
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
from sayso.brain.labels import LABELS, LINK, ROLES

Array = npt.NDArray[Any]
HEADS = 12
OPSET = 20
FORBIDDEN = -1e4


class Graph:
    """An ONNX graph in the making: nodes in order, constants by name."""

    def __init__(self) -> None:
        """Nothing in it."""
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, Array] = {}

    def constant(self, name: str, value: Array) -> str:
        """The name of a constant."""
        self.constants[name] = value
        return name

    def add(self, kind: str, inputs: Sequence[str], name: str, *, outputs: int = 1, **attributes: Any) -> Any:
        """The name of a new node's output, or the names where it has several."""
        made = [name] if outputs == 1 else [f"{name}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), made, name=name, **attributes))
        return made[0] if outputs == 1 else made

    def dense(self, x: str, weight: Array, bias: Array, name: str) -> str:
        """x @ weight.T + bias."""
        w = self.constant(f"{name}.weight", np.ascontiguousarray(weight.T))
        product_ = self.add("MatMul", [x, w], f"{name}.product")
        return str(self.add("Add", [product_, self.constant(f"{name}.bias", bias)], name))

    def norm(self, x: str, state: Mapping[str, Array], name: str) -> str:
        """Layer normalisation."""
        parts = [self.constant(f"{name}.{part}", state[f"{name}.{part}"]) for part in ("weight", "bias")]
        return str(self.add("LayerNormalization", [x, *parts], f"{name}.out", epsilon=1e-12))


def every_mark(state: Mapping[str, Array]) -> Array:
    """The sum of the marks' rows for every combination of marks: [7·4·2·2·7, H], the last mark fastest."""
    tables = [state[f"marks.{column}.weight"] for column in range(len(MARKS))]
    return np.stack([sum(t[i] for t, i in zip(tables, row, strict=True)) for row in product(*map(range, map(len, tables)))])


def combined(graph: Graph) -> str:
    """The number of a piece's combination of marks."""
    sizes = [len(values) for values in MARKS]
    weights = np.array([math.prod(sizes[i + 1 :]) for i in range(len(sizes))], np.int32)
    weighed = graph.add("Mul", ["marks", graph.constant("mark.weights", weights)], "marks.weighed")
    axis = graph.constant("last.axis", np.array([-1], np.int64))
    return str(graph.add("ReduceSum", [weighed, axis], "marks.combined", keepdims=0))


def embedded(graph: Graph, state: Mapping[str, Array]) -> str:
    """The sum of each piece's row, its position's and its marks', normalised: [B, P, H]."""
    word = graph.add("Gather", [graph.constant("word.table", state["word.weight"]), "pieces"], "word")
    marks = graph.add("Gather", [graph.constant("marks.table", every_mark(state)), combined(graph)], "marks.rows")
    length = graph.add("Shape", ["pieces"], "length", start=1, end=2)
    table = graph.constant("position.table", state["position.weight"][:LONGEST_WINDOW])
    zero, axis = graph.constant("zero", np.array([0], np.int64)), graph.constant("first.axis", np.array([0], np.int64))
    places = graph.add("Slice", [table, zero, length, axis], "places")
    placed = graph.add("Add", [marks, places], "placed")
    return graph.norm(graph.add("Add", [word, placed], "embedding"), state, "norm")


def hidden_padding(graph: Graph) -> str:
    """What is added to attention's scores: 0, and FORBIDDEN where a piece is padding; [B, 1, 1, P]."""
    equal = graph.add("Equal", ["pieces", graph.constant("padding", np.array(0, np.int32))], "is.padding")
    number = graph.add("Cast", [equal], "padding.number", to=TensorProto.FLOAT)
    cost = graph.add("Mul", [number, graph.constant("forbidden", np.array(FORBIDDEN, np.float32))], "padding.cost")
    return str(graph.add("Unsqueeze", [cost, graph.constant("mask.axes", np.array([1, 2], np.int64))], "mask"))


def layer(graph: Graph, state: Mapping[str, Array], x: str, mask: str, name: str) -> str:
    """One transformer layer of training.network.Layer; attention's 1/sqrt(width of a head) is in the query's weights."""
    width = state[f"{name}.query.weight"].shape[0]
    scale = np.float32(1 / math.sqrt(width / HEADS))
    weights = [state[f"{name}.{part}.weight"] * (scale if part == "query" else 1) for part in ("query", "key", "value")]
    biases = [state[f"{name}.{part}.bias"] * (scale if part == "query" else 1) for part in ("query", "key", "value")]
    together = graph.dense(x, np.concatenate(weights), np.concatenate(biases), f"{name}.qkv")
    shape = graph.constant("by.heads", np.array([0, 0, 3, HEADS, width // HEADS], np.int64))
    apart = graph.add("Reshape", [together, shape], f"{name}.heads")
    turned = graph.add("Transpose", [apart], f"{name}.turned", perm=[2, 0, 3, 1, 4])
    parts = graph.add("Split", [turned], f"{name}.part", outputs=3, axis=0, num_outputs=3)
    first = graph.constant("first.axis", np.array([0], np.int64))
    q, k, v = (graph.add("Squeeze", [part, first], f"{part}.of") for part in parts)
    k = graph.add("Transpose", [k], f"{name}.key.turned", perm=[0, 1, 3, 2])
    looked = graph.add("Add", [graph.add("MatMul", [q, k], f"{name}.looks"), mask], f"{name}.masked")
    shares = graph.add("Softmax", [looked], f"{name}.shares", axis=-1)
    mixed = graph.add("Transpose", [graph.add("MatMul", [shares, v], f"{name}.mix")], f"{name}.mixed", perm=[0, 2, 1, 3])
    joined = graph.add("Reshape", [mixed, graph.constant("joined", np.array([0, 0, width], np.int64))], f"{name}.joined")
    after = graph.dense(joined, state[f"{name}.after.weight"], state[f"{name}.after.bias"], f"{name}.after")
    x = graph.norm(graph.add("Add", [after, x], f"{name}.residue1"), state, f"{name}.norm1")
    up = graph.dense(x, state[f"{name}.up.weight"], state[f"{name}.up.bias"], f"{name}.up")
    bent = graph.add("Gelu", [up], f"{name}.gelu")
    down = graph.dense(bent, state[f"{name}.down.weight"], state[f"{name}.down.bias"], f"{name}.down")
    return graph.norm(graph.add("Add", [down, x], f"{name}.residue2"), state, f"{name}.norm2")


def network(state: Mapping[str, Array]) -> onnx.ModelProto:
    """The whole network as an ONNX model in float32."""
    graph = Graph()
    mask = hidden_padding(graph)
    x = embedded(graph, state)
    layers = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    for number in range(layers):
        x = layer(graph, state, x, mask, f"layers.{number}")
    for name, head in (("scores", "labels"), ("vectors", "links")):
        graph.dense(x, state[f"{head}.weight"], state[f"{head}.bias"], name)
    takes = [
        helper.make_tensor_value_info("pieces", TensorProto.INT32, ["B", "P"]),
        helper.make_tensor_value_info("marks", TensorProto.INT32, ["B", "P", len(MARKS)]),
    ]
    gives = [
        helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["B", "P", len(LABELS)]),
        helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["B", "P", 2 * len(ROLES) * LINK]),
    ]
    constants = [numpy_helper.from_array(value, name) for name, value in graph.constants.items()]
    made = helper.make_graph(graph.nodes, "tagger", takes, gives, constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=9)
    onnx.checker.check_model(model)
    return model


def checkpoint(path: Path) -> dict[str, Array]:
    """The numbers of a checkpoint of training.train, by name, as float32."""
    import torch  # noqa: PLC0415 only this reads what torch wrote

    state = torch.load(path, map_location="cpu", weights_only=True)
    return {name: value.float().numpy() for name, value in state.items()}


def tables(state: Mapping[str, Array]) -> dict[str, Any]:
    """What decoding needs of a checkpoint, as lists: steps, nothing, apart (sayso.brain.decoding.Tables)."""
    return {name: np.round(state[name].astype(float), 6).tolist() for name in ("steps", "nothing", "apart")}


def main() -> int:
    """Write the ONNX file and, beside it, the tables."""
    parser = argparse.ArgumentParser(prog="python -m training.export", description=__doc__.split("\n", 1)[0])
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path, help="the ONNX file to write; tables go to the same name with .json")
    asked = parser.parse_args()
    state = checkpoint(asked.checkpoint)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(network(state), asked.out)
    asked.out.with_suffix(".json").write_text(json.dumps(tables(state)) + "\n", "utf-8")
    print(f"{asked.out}: {asked.out.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
