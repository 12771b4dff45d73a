import { metaEntry, metaText } from '../../model/model.ts';
import type { DatedWords } from '../../report/events.ts';
import { reckoningDay } from '../../report/reckoningDay.ts';
import type { Report } from '../../report/report.ts';
import { datesIn, type Placed } from '../../report/reportDates.ts';
import { type DatedField, datedField } from '../../report/speaksFrom.ts';
import type { Span } from '../../text/span.ts';
import { compareDates, weekdayOf } from '../../values/calendar.ts';
import { dateLike } from '../../values/dateWriting.ts';
import { type Draft, type DraftFix, defineRule } from '../rule.ts';
import { type Around, isSameForm, type Odd, oddMentions, overlap, type PlacedEvent } from './sameEvent.ts';

export default defineRule({
  scope: 'document',
  summary: 'An inspection or visit that is mentioned several times must have the same date each time.',
  why: 'A reader who finds two dates for one inspection cannot look it up, and doubts the other dates too.',
  severity: 'warning',
  reads: ['dates'],
  *check({ report, dates }) {
    const { events, own } = datesIn(report, dates);
    for (const odd of oddMentions(events, around(report, own))) yield finding(odd);
    yield* againstField(report, own);
  },
});

type PlacedWords = Placed<DatedWords>;

function around(report: Report, own: readonly PlacedWords[]): Around {
  const field = datedField(report, ['inspected', 'visited'])?.start ?? own[0]?.when.start;
  const kind = report.vocabulary?.framework.kind;
  const isOfEvent = field !== undefined || kind === 'inspection-report' || kind === 'letter';
  return { before: isOfEvent ? field : reckoningDay(report)?.day, home: placeOf(report), isOfEvent };
}

/** The words of the name of the place that the document is about. */
function placeOf(report: Report): ReadonlySet<string> {
  const entry =
    report.fields.find(({ def }) => def.id === 'organisation')?.entry ??
    metaEntry(report.model, 'organisation');
  const text = `${report.title ?? ''} ${entry === undefined ? '' : metaText(entry.value)}`;
  return new Set(
    text
      .toLowerCase()
      .replace(/[’']s\b/g, '')
      .match(/\p{L}+/gu) ?? [],
  );
}

function finding({ event, others }: Odd): Draft<Span> {
  const [other = event] = others;
  const where = others.length === 1 ? 'in another place' : `in ${others.length} other places`;
  const { head, kinds } = event.name;
  const name = head === 'judgement' ? `${head} "${kinds[0]}"` : head;
  return {
    at: event.place,
    message: `The ${name} is dated "${event.text}" here, but "${other.text}" ${where}. Write the same date each time, or say that these are two ${head}s.`,
    related: others.map(({ place, text }) => ({ at: place, message: `Here it is "${text}".` })),
    fixes: [
      change('Change', [event], other),
      change(others.length === 1 ? 'Change the other place' : 'Change the other places', others, event),
    ].flat(),
  };
}

/** Writes the time of one mention where others stand. */
function change(title: string, at: readonly PlacedEvent[], like: PlacedEvent): readonly DraftFix<Span>[] {
  if (!at.every((one) => isSameForm(one, like))) return [];
  return [
    {
      title: `${title} to "${like.text}"`,
      edits: (edit) => at.flatMap(({ place }) => edit.replace(place, like.text)),
    },
  ];
}

/** What the document is about has its days in a field too. */
function* againstField(report: Report, own: readonly PlacedWords[]): Iterable<Draft<Span>> {
  const field = datedField(report, ['inspected', 'visited']);
  if (field === undefined) return;
  const { start, end } = field;
  for (const words of own) {
    const { when } = words;
    const isRange = compareDates(when.start, when.end) < 0 && compareDates(start, end) < 0;
    const isSame = isRange
      ? compareDates(when.start, start) === 0 && compareDates(when.end, end) === 0
      : overlap(when, { kind: 'range', start, end });
    if (!isSame) yield ownFinding(words, field);
  }
}

function ownFinding(
  { place, text, when, isPlain }: PlacedWords,
  { entry, start, end }: DatedField,
): Draft<Span> {
  const isOneDay = when.kind === 'day' && compareDates(start, end) === 0;
  const right = isOneDay && isPlain ? dateLike(text, start, weekdayOf(start)) : undefined;
  return {
    at: place,
    message: `The text gives "${text}" for what the field "${entry.key}" dates "${metaText(entry.value).trim()}". Write the same days in both.`,
    related: [{ at: entry.valueSpan, message: `This is what "${entry.key}" says.` }],
    fixes:
      right === undefined
        ? []
        : [{ title: `Change to "${right}"`, edits: (edit) => edit.replace(place, right) }],
  };
}
