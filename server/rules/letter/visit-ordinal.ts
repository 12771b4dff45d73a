import { normaliseName } from '../../framework/name.ts';
import { fieldNames } from '../../framework/vocabulary.ts';
import { placeSpan } from '../../model/block.ts';
import { type MetaEntry, metaText } from '../../model/model.ts';
import { anchorSpan, type Report } from '../../report/report.ts';
import { ordinalLike, type VisitOrdinal, visitOfField, visitOfSubject } from '../../report/visits.ts';
import type { Span } from '../../text/span.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'All places that say which visit a letter is about must name the same one.',
  why: 'Visits are told apart by their number, so that a letter with two of them cannot be filed or quoted.',
  severity: 'error',
  reads: ['visits'],
  *check({ report }) {
    if (report.vocabulary?.framework.kind !== 'letter') return;
    const stated = statedIn(report);
    const agreed = mostLikely(stated);
    if (agreed === undefined) return;
    const right = stated.filter(({ number }) => number === agreed.number);
    for (const one of stated) {
      if (one.number !== agreed.number && countsAlike(one, right)) yield finding(one, agreed, right);
    }
  },
});

interface Stated extends VisitOrdinal {
  readonly at: Span;
}

/** Every place that names the visit, in reading order. */
function statedIn(report: Report): readonly Stated[] {
  const inText = report.sections.flatMap((section) =>
    section.content.visits.map((visit) => ({ ...visit, at: anchorSpan(section, visit.at) })),
  );
  return [...inFields(report), ...inTitle(report), ...inText].sort((a, b) => a.at.from - b.at.from);
}

const NUMBER_FIELD = /^(?:(?:monitoring|focused) )?visit(?: number| no)?$|^number of (?:the )?visit$/;
const NAME_FIELDS: readonly string[] = ['title', 'subject'];

function inFields(report: Report): readonly Stated[] {
  return report.model.meta.flatMap((entry) => {
    if (entry.value.kind !== 'scalar') return [];
    const text = metaText(entry.value);
    const names = namesOf(report, entry);
    const isNumber = names.some((name) => NUMBER_FIELD.test(name));
    const isName = names.some((name) => NAME_FIELDS.includes(name));
    const visit = isNumber ? visitOfField(text) : isName ? visitOfSubject(text) : undefined;
    return visit === undefined ? [] : [{ ...visit, at: spanIn(report, entry, visit.text) }];
  });
}

function namesOf({ fields }: Report, { key }: MetaEntry): readonly string[] {
  const name = normaliseName(key);
  const def = fields.find(({ def }) => fieldNames(def).includes(name))?.def;
  return def === undefined ? [name] : [def.id, ...fieldNames(def)];
}

function spanIn({ model }: Report, { valueSpan }: MetaEntry, words: string): Span {
  const at = model.text.slice(valueSpan.from, valueSpan.to).indexOf(words);
  return at < 0 ? valueSpan : { from: valueSpan.from + at, to: valueSpan.from + at + words.length };
}

/** The heading that is the document's title. */
function inTitle({ model, sections }: Report): readonly Stated[] {
  const first = model.blocks.find(({ block }) => block.kind === 'heading');
  const prose = first?.block.heading?.prose;
  if (first === undefined || prose === undefined || sections.some(({ heading }) => heading === first))
    return [];
  const visit = visitOfSubject(prose.text);
  if (visit === undefined) return [];
  return [{ ...visit, at: placeSpan(first, prose.sourceSpan(visit.span.from, visit.span.to)) }];
}

/** What most of the places say; of equals, what is said first. */
function mostLikely(stated: readonly Stated[]): Stated | undefined {
  const votes = ({ number }: Stated) => stated.filter((other) => other.number === number).length;
  return [...stated].sort((a, b) => votes(b) - votes(a))[0];
}

/** The third monitoring visit may be the second visit of another kind. */
function countsAlike({ kind }: Stated, right: readonly Stated[]): boolean {
  const kinds = right.flatMap((other) => other.kind ?? []);
  return kind === undefined || kinds.length === 0 || kinds.includes(kind);
}

function finding(wrong: Stated, agreed: Stated, right: readonly Stated[]): Draft<Span> {
  const places = right.length === 1 ? '' : ` in ${right.length} places`;
  return {
    at: wrong.at,
    message: `The visit is the "${wrong.text}" here, but the "${agreed.text}"${places} elsewhere in the letter. Say which it was, the same everywhere.`,
    related: right.map(({ at, text }) => ({ at, message: `Here it is the "${text}".` })),
    fixes: [
      change(`Change to "${ordinalLike(wrong.text, agreed.number)}"`, [wrong], agreed.number),
      change(
        `Change ${right.length === 1 ? 'the other place' : `the other ${right.length} places`} to "${ordinalLike(agreed.text, wrong.number)}"`,
        right,
        wrong.number,
      ),
    ],
  };
}

function change(title: string, stated: readonly Stated[], number: number): DraftFix<Span> {
  return {
    title,
    edits: (edit) => stated.flatMap(({ at, text }) => edit.replace(at, ordinalLike(text, number))),
  };
}
