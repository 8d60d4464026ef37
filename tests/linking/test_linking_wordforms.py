"""Words of many texts at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.linking.wordforms import BATCH, batches, worded
from sayso.model.words import words


def pieces(texts):
    """The words of each text as written."""
    read = worded(texts)
    return [
        [text[start:end] for start, end in zip(read.starts[first:last], read.ends[first:last], strict=True)]
        for text, first, last in zip(texts, read.bounds[:-1], read.bounds[1:], strict=True)
    ]


@given(st.lists(st.text(alphabet="abZ é’'-.,1290 \n\"", max_size=60), min_size=1, max_size=4))
def test_words_are_those_of_the_house(texts):
    """In Latin script words are as model/words.py has them, but for numbers with two points in a row."""
    plain = [
        text.replace("..", ". .").replace(",,", ", ,").replace(".,", ". ,").replace(",.", ", .") for text in texts
    ]
    plain = [text.replace(",,", " ").replace("..", " ") for text in plain]
    assert pieces(plain) == [[word for _, _, word in words(text)] for text in plain]


@given(st.lists(st.text(max_size=80), min_size=1, max_size=4))
def test_any_text_has_places_and_the_same_words_alone_as_among_others(texts):
    """Places lie inside their text in ascending order; a text's words do not depend on its neighbours."""
    read = worded(texts)
    for number, text in enumerate(texts):
        rows = slice(read.bounds[number], read.bounds[number + 1])
        starts, ends = read.starts[rows].tolist(), read.ends[rows].tolist()
        assert all(start < end <= len(text) for start, end in zip(starts, ends, strict=True))
        assert all(end <= start for end, start in zip(ends[:-1], starts[1:], strict=True))
        assert read.forms[rows].tolist() == worded([text]).forms.tolist()


def test_folded_words_are_one_and_others_are_not():
    """Case, accents, marks and apostrophes are folded; other letters, lengths and long tails are not."""
    same = ["Café CAFÉ cafe\u0301 cafe", "don't don’t DON＇T", "co\u00adop coop", "٣٤ 34", "Ёж ёж"]
    for text in same:
        assert len(set(worded([text]).forms.tolist())) == 1, text
    other = ["a b ab ba", "x" * 70 + "y " + "x" * 70 + "z " + "x" * 71, "мир миг", "中文 文中", "10 100 1.0"]
    for text in other:
        assert len(set(worded([text]).forms.tolist())) >= len(text.split()) - 1, text


def test_indian_words_hold_together_and_chinese_ones_are_cut_alike():
    """Vowel signs part no Hindi word; Chinese is cut at the same places in every text."""
    assert pieces(["नमस्ते दुनिया"]) == [["नमस्ते", "दुनिया"]]
    text = "春眠不觉晓处处闻啼鸟夜来风雨声花落知多少"
    (alone,), (behind,) = pieces([text]), pieces(["白日依山尽" + text])
    assert behind[-len(alone) + 1 :] == alone[1:]
    assert 1.2 < len(text) / len(alone) < 4


def test_batches_cover_all_texts_in_turn():
    """Texts are taken in order, together up to a size, a longer one alone."""
    texts = ["a" * (BATCH // 3)] * 5 + ["b" * (2 * BATCH)] + [""] * 3
    runs = list(batches(texts))
    assert [number for first, last in runs for number in range(first, last)] == list(range(len(texts)))
    assert (5, 6) in runs or any(first <= 5 < last and last - first <= 4 for first, last in runs)
    assert list(batches([])) == []
