// Places in an article's text: from a selection to code points and back, exactly, and the mending of a span.
//
// Every piece of the text is an element with the code point at which it starts (data-s). The browser counts UTF-16
// units, the desk code points; they are told apart here and nowhere else. Nothing of the text is ever normalised.
"use strict";

globalThis.Places = (() => {
  /** How many code points `text` has. */
  const points = (text) => {
    let count = 0;
    for (const _ of text) count += 1;
    return count;
  };

  /** The segments of `root` in the order of the text: element, first code point, text. */
  const segments = (root) =>
    [...root.querySelectorAll("[data-s]")].map((element) => {
      const text = element.textContent;
      const start = Number(element.dataset.s);
      return { element, start, text, end: start + points(text) };
    });

  /** `offset` in `node`, moved off the middle of a surrogate pair: back, or on where it is an end. */
  const whole = (node, offset, last) => {
    if (node.nodeType !== Node.TEXT_NODE || offset <= 0 || offset >= node.length) return offset;
    const before = node.data.charCodeAt(offset - 1);
    const after = node.data.charCodeAt(offset);
    const split = before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000;
    return split ? offset + (last ? 1 : -1) : offset;
  };

  /** The code point of a boundary point in `root`; null where the root shows no text. */
  const pointAt = (root, node, offset, last) => {
    const probe = document.createRange();
    let before = null;
    for (const one of segments(root)) {
      probe.selectNodeContents(one.element);
      const side = probe.comparePoint(node, offset);
      if (side < 0) return last && before !== null ? before : one.start;
      if (side === 0) {
        probe.setEnd(node, whole(node, offset, last));
        return one.start + points(probe.toString());
      }
      before = one.end;
    }
    return before;
  };

  /** Where code point `at` lies in the page: [text node, offset]; null where it is not shown. */
  const nodeAt = (root, at, last) => {
    const held = segments(root).filter((one) => one.start <= at && at <= one.end);
    const one = last ? held[0] : held.at(-1);
    if (!one) return null;
    const walker = document.createTreeWalker(one.element, NodeFilter.SHOW_TEXT);
    let left = at - one.start;
    let node = walker.nextNode();
    while (node) {
      const size = points(node.data);
      if (left < size || (left === size && (last || !node.nextSibling))) {
        let offset = 0;
        for (const sign of node.data) {
          if (left === 0) break;
          offset += sign.length;
          left -= 1;
        }
        return [node, offset];
      }
      left -= size;
      node = walker.nextNode();
    }
    return null;
  };

  /** The Range of [start, end) in `root`, null where an end is not shown. */
  const rangeOf = (root, start, end) => {
    const first = nodeAt(root, start, false);
    const last = nodeAt(root, end, true);
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(...first);
    range.setEnd(...last);
    return range;
  };

  /** The text of [start, end) as the page holds it; null where a part of it is not shown. */
  const slice = (root, start, end) => {
    let at = start;
    let out = "";
    for (const one of segments(root)) {
      if (one.end <= at || one.start >= end) continue;
      if (one.start > at) return null;
      const signs = [...one.text];
      out += signs.slice(at - one.start, end - one.start).join("");
      at = Math.min(end, one.end);
    }
    return at === end ? out : null;
  };

  /** The selection as [start, end) without white space at its ends; null where it lies elsewhere or is empty. */
  const selected = (root) => {
    const selection = document.getSelection();
    if (!selection || selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(root)) return null;
    let start = pointAt(root, range.startContainer, range.startOffset, false);
    let end = pointAt(root, range.endContainer, range.endOffset, true);
    if (start === null || end === null || end <= start) return null;
    const text = slice(root, start, end);
    if (text === null) return [start, end];
    start += points(text) - points(text.trimStart());
    end -= points(text) - points(text.trimEnd());
    return start < end ? [start, end] : null;
  };

  /** The code points at which words begin and end, sorted. */
  const edges = (root) => {
    const starts = new Set();
    const ends = new Set();
    let tape = "";
    let from = 0;
    let at = null;
    const close = () => {
      for (const [start, end] of wordsOf(tape)) {
        starts.add(from + start);
        ends.add(from + end);
      }
    };
    for (const one of segments(root)) {
      if (one.start !== at) {
        close();
        tape = "";
        from = one.start;
      }
      tape += one.text;
      at = one.end;
    }
    close();
    const order = (set) => [...set].sort((left, right) => left - right);
    return { starts: order(starts), ends: order(ends) };
  };

  /** The words of `tape` as pairs of code points. */
  const wordsOf = (tape) => {
    const found = [];
    if (globalThis.Intl && Intl.Segmenter) {
      let at = 0;
      for (const one of new Intl.Segmenter(undefined, { granularity: "word" }).segment(tape)) {
        const size = points(one.segment);
        if (one.isWordLike) found.push([at, at + size]);
        at += size;
      }
      return found;
    }
    let at = 0;
    for (const piece of tape.split(/(\s+)/u)) {
      const size = points(piece);
      if (piece.trim()) found.push([at, at + size]);
      at += size;
    }
    return found;
  };

  /** Paints `ranges` under a name, without touching the page; `fallback` selects the first where that cannot be. */
  const paint = (name, ranges) => {
    const kept = ranges.filter(Boolean);
    if (globalThis.CSS && CSS.highlights) {
      if (kept.length) CSS.highlights.set(name, new Highlight(...kept));
      else CSS.highlights.delete(name);
    } else if (kept.length && name === "mend") {
      const selection = document.getSelection();
      selection.removeAllRanges();
      selection.addRange(kept[0]);
    }
  };

  /** Places as a ruling writes them. */
  const written = (pieces) => pieces.map(([start, end]) => `${start}-${end}`).join(" ");
  const parsed = (line) =>
    line
      .trim()
      .split(/\s+/)
      .map((one) => one.split("-").map(Number))
      .filter(([start, end]) => start < end);

  /** The mending of one statement's span: pieces, the end that arrow keys move, what is told after each change. */
  class Mending {
    constructor(root, pieces, tell) {
      this.root = root;
      this.tell = tell;
      this.pieces = pieces.map((one) => [...one]);
      this.active = { piece: this.pieces.length - 1, side: 1 };
      this.adding = false;
      this.edges = edges(root);
      this.shownFrom = segments(root)[0]?.start ?? 0;
      this.shownTo = segments(root).at(-1)?.end ?? 0;
      this.listener = () => this.take();
      document.addEventListener("selectionchange", this.listener);
      this.draw();
    }

    stop() {
      document.removeEventListener("selectionchange", this.listener);
      paint("mend", []);
      paint("mend-end", []);
    }

    /** What a selection in the text makes the span: alone, or as one more piece. */
    take() {
      const found = selected(this.root);
      if (!found) return;
      const others = this.adding ? this.before : [];
      this.set([...others, found], found);
    }

    /** From now on a selection is one more piece. */
    add() {
      this.adding = true;
      this.before = this.pieces.map((one) => [...one]);
      document.getSelection()?.removeAllRanges();
      this.draw();
    }

    /** Leaves the active piece out, where there is another. */
    drop() {
      if (this.pieces.length < 2) return;
      this.set(this.pieces.filter((_, at) => at !== this.active.piece));
    }

    set(pieces, focus) {
      const sorted = pieces.map((one) => [...one]).sort((left, right) => left[0] - right[0]);
      const out = [];
      for (const one of sorted) {
        const last = out.at(-1);
        if (last && one[0] <= last[1]) last[1] = Math.max(last[1], one[1]);
        else out.push(one);
      }
      this.pieces = out;
      const at = focus ? out.findIndex(([start, end]) => start <= focus[0] && focus[1] <= end) : out.length - 1;
      this.active = { piece: Math.max(0, at), side: 1 };
      this.draw();
    }

    /** The next end, or the one before. */
    turn(step) {
      const size = this.pieces.length * 2;
      const at = (this.active.piece * 2 + this.active.side + step + size) % size;
      this.active = { piece: Math.floor(at / 2), side: at % 2 };
      this.draw();
    }

    /** Moves the active end by a word or, where `fine`, by a code point. */
    move(step, fine) {
      const { piece, side } = this.active;
      const one = this.pieces[piece];
      const low = side === 0 ? Math.max(this.shownFrom, this.pieces[piece - 1]?.[1] ?? 0) : one[0] + 1;
      const high = side === 1 ? Math.min(this.shownTo, this.pieces[piece + 1]?.[0] ?? Infinity) : one[1] - 1;
      const known = side === 0 ? this.edges.starts : this.edges.ends;
      const from = one[side];
      const next = fine
        ? from + step
        : step > 0
          ? known.find((at) => at > from)
          : known.findLast((at) => at < from);
      if (next === undefined || next < low || next > high) return;
      one[side] = next;
      document.getSelection()?.removeAllRanges();
      this.adding = false;
      this.draw();
    }

    draw() {
      paint("mend", this.pieces.map(([start, end]) => rangeOf(this.root, start, end)));
      const one = this.pieces[this.active.piece];
      const at = this.active.side === 0 ? [one[0], one[0] + 1] : [one[1] - 1, one[1]];
      paint("mend-end", [rangeOf(this.root, ...at)]);
      this.tell(this);
    }

    /** The words of each piece as the page holds them, joined by line breaks; null where some are not shown. */
    get quote() {
      const held = this.pieces.map(([start, end]) => slice(this.root, start, end));
      return held.includes(null) ? null : held.join("\n");
    }

    get value() {
      return written(this.pieces);
    }
  }

  return { points, pointAt, rangeOf, slice, selected, parsed, written, paint, Mending };
})();
