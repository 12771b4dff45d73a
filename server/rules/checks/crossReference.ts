import type { CheckDef, Source } from '../../framework/checkDef.ts';
import { nearest, normaliseName } from '../../framework/name.ts';
import { metaText } from '../../model/model.ts';
import { anchorSpan, type Report, type Section } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft } from '../rule.ts';
import { cellsIn, headerOf, tablesOf } from './cells.ts';
import { type CheckMaker, isWithin, say, sectionsPlaying } from './check.ts';

/** That what a column or a field names is there: a heading of a section, or a cell of another table's column. */
export const crossReference: CheckMaker = (def) => {
  const { to } = def;
  if (to === undefined) return undefined;
  return {
    scope: 'document',
    *check({ report }) {
      const names = namesIn(report, to);
      // Where there is nothing to be named, what is missing is another matter.
      if (names.length === 0) return;
      const known = new Set(names.map(normaliseName));
      for (const { text, at, named } of valuesIn(report, def)) {
        if (isKnown(text, known)) continue;
        yield finding(def, { text, at, named }, names);
      }
    },
  };
};

interface Value {
  readonly text: string;
  readonly at: Span;
  readonly named: Readonly<Record<string, string>>;
}

/** One name, or several with commas, semicolons or "and" between them. */
function isKnown(text: string, known: ReadonlySet<string>): boolean {
  const name = normaliseName(text);
  if (name === '' || known.has(name)) return true;
  const parts = text.split(/[;,]|\sand\s|\s&\s/).map(normaliseName);
  return parts.length > 1 && parts.every((part) => part === '' || known.has(part));
}

function namesIn(report: Report, { section, table, column }: Source): readonly string[] {
  if (table !== undefined) {
    return report.sections.flatMap(({ content }) =>
      tablesOf(content, { table, section }).flatMap((one) => cellsIn(one, column).map(({ text }) => text)),
    );
  }
  if (section === undefined) return [];
  const playing = sectionsPlaying(report, section);
  if (playing[0]?.content.role?.def.repeated === true) return playing.map(({ content }) => content.title);
  const parents = new Set(playing);
  return report.sections.filter(({ parent }) => parent && parents.has(parent)).map(titleOf);
}

function titleOf({ content }: Section): string {
  return content.title;
}

function valuesIn(report: Report, def: CheckDef): readonly Value[] {
  if (def.column === undefined && def.section === undefined) {
    return report.fields.flatMap(({ def: field, entry }) =>
      entry === undefined || field.id !== def.field
        ? []
        : [
            {
              text: metaText(entry.value),
              at: entry.valueSpan,
              named: { field: entry.key, section: 'the document' },
            },
          ],
    );
  }
  return report.sections.flatMap((section) => {
    const { content } = section;
    const cells = tablesOf(content, def).flatMap((table) =>
      cellsIn(table, def.column).map(({ text, at }) => ({
        text,
        at: anchorSpan(section, at),
        named: { column: headerOf(table, def.column), section: content.title },
      })),
    );
    if (def.field === undefined || !isWithin(content.role, def.section ?? '')) return cells;
    const fields = content.fields.filter((field) => field.def?.id === def.field);
    return [
      ...cells,
      ...fields.map(({ name, value }) => ({
        text: value.text,
        at: anchorSpan(section, value.at),
        named: { field: name.text, section: content.title },
      })),
    ];
  });
}

function finding(def: CheckDef, { text, at, named }: Value, names: readonly string[]): Draft<Span> {
  return {
    at,
    message: say(def, { value: text, ...named }),
    fixes: nearest(text, names, (name) => name)
      .slice(0, 1)
      .map((meant) => ({ title: `Change to "${meant}"`, edits: (edit) => edit.replace(at, meant) })),
  };
}
