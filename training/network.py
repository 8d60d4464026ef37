"""The network: a BERT encoder with marks beside its pieces, a head for labels and one for links.

Shapes: B windows, P pieces, W words, H = 384. The encoder is that of Devlin et al. 2019 (arXiv:1810.04805) written
out, so that it can be exported without a library around it; MiniLM's weights (Wang et al. 2020, arXiv:2002.10957)
fit it by name. Labels are scored by a linear-chain CRF (Lafferty et al. 2001) whose forbidden steps (sayso.brain.
labels) cost so much that they are never taken. Links are bilinear: the first and last piece of a span make a vector
of LINK numbers in the role it plays, and two vectors' product, with a bias for how far apart they stand, says how
well a source or a content goes with a cue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from sayso.brain.features import MARKS
from sayso.brain.labels import ALLOWED, BUCKETS, ENDS, FORBIDDEN, LABELS, LINK, ROLES, STARTS


class Layer(nn.Module):
    """One transformer layer: attention, then two dense layers, each with its residue and normalisation after it."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        """`width` numbers a piece, split among `heads`."""
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.query, self.key, self.value = nn.Linear(width, width), nn.Linear(width, width), nn.Linear(width, width)
        self.after, self.norm1 = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: [B, P, H]; mask: [B, 1, 1, P], added to the attention's scores."""
        split = (*x.shape[:2], self.heads, -1)
        q, k, v = (part(x).view(split).transpose(1, 2) for part in (self.query, self.key, self.value))
        dropout = self.dropout if self.training else 0.0
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype), dropout_p=dropout)
        mixed = self.after(mixed.transpose(1, 2).reshape(x.shape))
        x = self.norm1(x + functional.dropout(mixed, self.dropout, self.training))
        return self.norm2(
            x + functional.dropout(self.down(functional.gelu(self.up(x))), self.dropout, self.training)
        )


class Trunk(nn.Module):
    """Pieces and marks in, one vector a piece out."""

    def __init__(
        self, vocabulary: int, *, width: int = 384, layers: int = 6, heads: int = 12, dropout: float = 0.1
    ) -> None:
        """`vocabulary` pieces; the rest is the base model's shape."""
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(512, width)
        self.marks = nn.ModuleList(nn.Embedding(len(values), width) for values in MARKS)
        for table in self.marks:
            nn.init.zeros_(table.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, heads, dropout) for _ in range(layers))
        self.dropout = dropout

    def encoded(self, pieces: Tensor, marks: Tensor) -> Tensor:
        """Vectors [B, P, H] of pieces [B, P], marks."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(places)
        for column, table in enumerate(self.marks):
            x = x + table(marks[..., column])
        x = functional.dropout(self.norm(x), self.dropout, self.training)
        mask = ((pieces == 0).to(x.dtype) * FORBIDDEN)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Network(Trunk):
    """The tagger's network: pieces and marks in, label scores and link vectors out."""

    def __init__(
        self, vocabulary: int, *, width: int = 384, layers: int = 6, heads: int = 12, dropout: float = 0.1
    ) -> None:
        """As a Trunk."""
        super().__init__(vocabulary, width=width, layers=layers, heads=heads, dropout=dropout)
        self.labels = nn.Linear(width, len(LABELS))
        self.links = nn.Linear(width, 2 * len(ROLES) * LINK)
        self.steps = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.nothing = nn.Parameter(torch.zeros(2))
        self.apart = nn.Parameter(torch.zeros(2, BUCKETS, 4))
        forbidden = torch.where(torch.tensor(ALLOWED), 0.0, FORBIDDEN)
        self.register_buffer("forbidden", forbidden, persistent=False)
        self.register_buffer("starts", torch.where(torch.tensor(STARTS), 0.0, FORBIDDEN), persistent=False)
        self.register_buffer("ends", torch.where(torch.tensor(ENDS), 0.0, FORBIDDEN), persistent=False)

    def forward(self, pieces: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Label scores [B, P, L], vectors [B, P, 2·roles·LINK] of pieces [B, P], marks."""
        x = self.encoded(pieces, marks)
        return self.labels(x), self.links(x)

    def transitions(self) -> Tensor:
        """What a step from one label to the next scores: [labels, labels]."""
        return self.steps + self.forbidden

    def crf_loss(self, scores: Tensor, gold: Tensor, known: Tensor) -> Tensor:
        """Negative log-likelihood of labels: scores [B, W, L], gold [B, W], known [B, W]."""
        scores = scores.float()
        steps = self.transitions()
        total = self.starts + scores[:, 0]
        path = self.starts[gold[:, 0]] + scores[:, 0].gather(1, gold[:, :1]).squeeze(1)
        emitted = scores.gather(2, gold.unsqueeze(2)).squeeze(2)
        moved = steps[gold[:, :-1], gold[:, 1:]] + emitted[:, 1:]
        path = path + (moved * known[:, 1:]).sum(1)
        for at in range(1, scores.shape[1]):
            following = torch.logsumexp(total.unsqueeze(2) + steps, 1) + scores[:, at]
            total = torch.where(known[:, at, None], following, total)
        final = gold.gather(1, known.sum(1, keepdim=True) - 1).squeeze(1)
        return torch.logsumexp(total + self.ends, 1) - path - self.ends[final]

    def link_scores(self, vectors: Tensor, left: Tensor, right: Tensor, distance: Tensor, *, kind: int) -> Tensor:
        """Scores [B, N, M] of N cues against M spans of one kind (0: sources, 1: contents).

        left: [B, N, 2], right: [B, M, 2] are first and last pieces; distance: [B, N, M, 2] is the bucket of words
        between, and how many cues stand between.
        """
        parts = vectors.float().view(*vectors.shape[:2], len(ROLES), 2, LINK)
        cue = _span(parts[:, :, 2 * kind], left)
        span = _span(parts[:, :, 2 * kind + 1], right)
        return cue @ span.transpose(1, 2) / math.sqrt(LINK) + self.apart[kind][distance[..., 0], distance[..., 1]]


def _span(parts: Tensor, places: Tensor) -> Tensor:
    """Vectors [B, N, LINK] of spans: the first piece's first half plus the last piece's second half."""
    batch = torch.arange(parts.shape[0])[:, None]
    return parts[batch, places[..., 0], 0] + parts[batch, places[..., 1], 1]


_NAMES = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "after", "attention.output.LayerNorm": "norm1",
    "intermediate.dense": "up", "output.dense": "down", "output.LayerNorm": "norm2",
}  # fmt: skip


def load_base(network: Trunk, path: Path, *, take: Sequence[int] | None = None) -> None:
    """Put the base model's weights in their places; its token type is added to the positions.

    `take`: which of the base's layers become the network's, where it has fewer.
    """
    base = load_file(path)
    with torch.no_grad():
        network.word.weight.copy_(base["embeddings.word_embeddings.weight"])
        kinds = base["embeddings.token_type_embeddings.weight"][0]
        network.position.weight.copy_(base["embeddings.position_embeddings.weight"] + kinds)
        network.norm.weight.copy_(base["embeddings.LayerNorm.weight"])
        network.norm.bias.copy_(base["embeddings.LayerNorm.bias"])
        for index, layer in zip(take or range(len(network.layers)), network.layers, strict=True):
            for theirs, ours in _NAMES.items():
                part = getattr(layer, ours)
                part.weight.copy_(base[f"encoder.layer.{index}.{theirs}.weight"])
                part.bias.copy_(base[f"encoder.layer.{index}.{theirs}.bias"])
