import type { Vocabulary } from '../../framework/vocabulary.ts';
import { Emitter } from '../text/emit.ts';
import { groupReader } from '../text/groups.ts';
import { headingReader } from '../text/headings.ts';
import type { Imported } from '../text/imported.ts';
import { judgementReader } from '../text/judgement.ts';
import type { Line } from '../text/lines.ts';
import { withColumnHeadsApart } from './columnHeads.ts';
import type { Flow } from './flow.ts';
import { flowLines } from './flowLines.ts';
import { FlowHeadings } from './headings.ts';
import { readLetterTop } from './letterTop.ts';
import { readReportTop, withCoverTablesApart } from './reportTop.ts';
import { FlowWriter } from './writeFlow.ts';

/**
 * Turns a document as its format gives it into a Markdown document of the vocabulary's framework. Every word of its
 * text is in the result or under a note; places are places in that text.
 */
export function importFlow(read: Flow, vocabulary: Vocabulary): Imported {
  const judgements = judgementReader(vocabulary);
  const reader = headingReader(vocabulary, judgements);
  const flow = withColumnHeadsApart(withCoverTablesApart(read, vocabulary), reader);
  const lines = flowLines(flow);
  const isLetter = vocabulary.framework.parts.length > 0;
  const top = isLetter
    ? readLetterTop(flow, lines, vocabulary, reader)
    : readReportTop(flow, lines, vocabulary, reader);
  const out = new Emitter(flow.text);
  top.write(out);
  const writer = new FlowWriter(out, flow, {
    vocabulary,
    judgements,
    groups: groupReader(vocabulary),
    headings: new FlowHeadings(flow, withoutUsed(lines, top.used), reader, judgements),
    lines,
  });
  writer.write(top);
  const { text, places } = out.finish();
  const notes = [...flow.notes, ...top.notes, ...writer.notes];
  return { markdown: text, places, notes: notes.sort((a, b) => a.span.from - b.span.from) };
}

function withoutUsed(lines: readonly Line[], used: ReadonlySet<number>): readonly Line[] {
  return lines.map((line, index) => (used.has(index) ? { ...line, text: '', raw: '', to: line.from } : line));
}
