import type { ScaleValue } from '../framework/framework.ts';
import { formatJudgement } from '../framework/vocabulary.ts';
import type { MetaEntry } from '../model/model.ts';
import { BUILT_IN_FIELDS } from '../report/builtInFields.ts';
import { anchorSpan, headingSpan, type Statement, statedValue } from '../report/report.ts';
import { shift, touches } from '../text/span.ts';
import { readPeriod } from '../values/periods.ts';
import type { Analysis } from './analysis.ts';
import { dataPart } from './dataFile.ts';
import { dataHover } from './dataHover.ts';
import { lookAt } from './dataLook.ts';
import { actionHover } from './hover/actions.ts';
import type { Hover } from './hover/answer.ts';
import { columnHover, daysText, periodText } from './hover/columns.ts';
import { fieldHover } from './hover/fields.ts';
import { fieldText, sectionText } from './hover/framework.ts';
import { figureHover, noteTimeHover } from './hover/measure.ts';
import { nameHover } from './hover/names.ts';
import { ruleHover } from './hover/rule.ts';
import { numberHover } from './numberHover.ts';
import { onHeading, sectionAt, statementAt } from './places.ts';
import { statusAt } from './statuses.ts';

/** What is known of the thing at `offset`, the most particular first: a figure comes before the section that it is in. */
export function hover(analysis: Analysis, offset: number): Hover | undefined {
  if (!analysis.ours) return undefined;
  return (
    cellHover(analysis, offset) ??
    judgementHover(analysis, offset) ??
    statusHover(analysis, offset) ??
    columnHover(analysis, offset) ??
    nameHover(analysis, offset) ??
    ruleHover(analysis, offset) ??
    actionHover(analysis, offset) ??
    fieldHover(analysis, offset) ??
    periodKeyHover(analysis, offset) ??
    noteTimeHover(analysis, offset) ??
    partHover(analysis, offset, 2) ??
    metaHover(analysis, offset) ??
    headingHover(analysis, offset) ??
    partHover(analysis, offset, 1)
  );
}

/** A figure: what ties it to others, and below that the measure whose figure it is. */
function cellHover(analysis: Analysis, offset: number): Hover | undefined {
  const tied = numberHover(analysis, offset);
  const measure = figureHover(analysis, offset);
  if (tied === undefined || measure === undefined) return tied ?? measure;
  return { ...measure, ...tied, markdown: `${tied.markdown}\n\n---\n\n${measure.markdown}` };
}

/**
 * What the schema of reports knows of data in a document, such as the rules in `rules:`.
 * @param depth 2 for what stands below the fields at the top
 */
function partHover(analysis: Analysis, offset: number, depth: number): Hover | undefined {
  const part = dataPart(analysis);
  if (part === undefined || offset < part.from || offset > part.to) return undefined;
  const found = dataHover(part.file, offset - part.from, depth);
  return found && { ...found, span: shift(found.span, part.from) };
}

function metaHover({ report, input }: Analysis, offset: number): Hover | undefined {
  const entry = report.model.meta.find(
    ({ keySpan, valueSpan }) => touches(keySpan, offset) || touches(valueSpan, offset),
  );
  if (entry === undefined) return undefined;
  if (entry.key === 'framework' && touches(entry.valueSpan, offset)) {
    const id = report.vocabulary?.framework.id;
    const known = id === undefined ? undefined : input.library.get(id)?.vocabulary.framework;
    if (known === undefined) return undefined;
    return { markdown: frameworkText(known.title, known.inspectorate, known.source), span: entry.valueSpan };
  }
  const def = report.fields.find((field) => field.entry === entry)?.def;
  const text =
    def === undefined
      ? BUILT_IN_FIELDS.get(entry.key)?.description
      : fieldText(def, report.vocabulary?.framework);
  if (text === undefined) return undefined;
  if (!touches(entry.valueSpan, offset)) return { markdown: text, span: entry.keySpan };
  const read = daysRead(entry, def?.type ?? entry.key);
  const markdown = read === undefined ? text : `${text}\n\nRead as ${read}.`;
  return { markdown, span: entry.valueSpan };
}

/** The days that a value stands for, where it is written in another way than as one day. */
function daysRead({ value }: MetaEntry, type: string): string | undefined {
  if (type !== 'period' || value.kind !== 'scalar') return undefined;
  const period = readPeriod(value.text.trim());
  return period && daysText(period);
}

/** The time of a figure, where data has it for a key. */
function periodKeyHover(analysis: Analysis, offset: number): Hover | undefined {
  const part = dataPart(analysis);
  if (part === undefined || offset < part.from || offset > part.to) return undefined;
  const at = lookAt(part.file, offset - part.from);
  const key = at?.place.key;
  if (!at?.onKey || key === undefined || at.path.at(-4) !== 'measures') return undefined;
  const markdown = periodText(key.name);
  return markdown === undefined ? undefined : { markdown, span: shift(key.span, part.from) };
}

function frameworkText(
  title: string,
  inspectorate: string | undefined,
  source: { readonly title: string; readonly published: string | undefined } | undefined,
): string {
  const lines = [`**${title}**${inspectorate === undefined ? '' : `, ${inspectorate}`}`];
  if (source !== undefined) {
    lines.push(`Source: ${source.title}${source.published === undefined ? '' : `, ${source.published}`}`);
  }
  return lines.join('\n\n');
}

function judgementHover({ report }: Analysis, offset: number): Hover | undefined {
  const found = statementAt(report, offset);
  const value = found === undefined ? undefined : statedValue(found.statement);
  if (found === undefined || value === undefined) return undefined;
  return {
    markdown: judgementText(found.statement, value),
    span: anchorSpan(found.section, found.statement.at),
  };
}

function judgementText(statement: Statement, value: ScaleValue): string {
  const scale = statement.area.scale.values.map((other) =>
    other === value ? `**${formatJudgement(other)}**` : formatJudgement(other),
  );
  const lines = [`**${statement.area.name}: ${formatJudgement(value)}**`];
  if (value.meaning !== undefined) lines.push(value.meaning);
  lines.push(`Scale: ${scale.join(' · ')}`);
  return lines.join('\n\n');
}

function statusHover({ report }: Analysis, offset: number): Hover | undefined {
  const place = statusAt(report, offset);
  if (place?.status === undefined || !touches(place.span, offset)) return undefined;
  const { field, scale, status, span } = place;
  const all = scale.values.map((other) => (other === status ? `**${other.label}**` : other.label));
  const lines = [`**${field.label}: ${status.label}**`];
  if (status.meaning !== undefined) lines.push(status.meaning);
  lines.push(`Statuses: ${all.join(' · ')}`);
  return { markdown: lines.join('\n\n'), span };
}

function headingHover({ report }: Analysis, offset: number): Hover | undefined {
  const section = sectionAt(report, offset);
  if (section === undefined || !onHeading(section, offset)) return undefined;
  const { role } = section.content;
  return role === undefined ? undefined : { markdown: sectionText(role), span: headingSpan(section) };
}
