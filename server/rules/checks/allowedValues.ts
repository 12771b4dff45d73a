import type { CheckDef } from '../../framework/checkDef.ts';
import { nearest, normaliseName } from '../../framework/name.ts';
import { metaText } from '../../model/model.ts';
import type { Anchor } from '../../report/contents.ts';
import type { Report } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import { listedWords } from '../../values/listing.ts';
import type { Pattern } from '../../values/pattern.ts';
import type { Draft } from '../rule.ts';
import { cellsIn, headerOf, tablesOf } from './cells.ts';
import { type CheckMaker, isWithin, say } from './check.ts';
import { patternsOf } from './textPattern.ts';

/** The values that a column or a field may have. */
export const allowedValues: CheckMaker = (def) => {
  const allowed = new Set(def.values.map(normaliseName));
  const patterns = patternsOf({ ...def, text: [] });
  if (allowed.size === 0 && patterns.length === 0) return undefined;
  const isAllowed = (text: string) => allowed.has(normaliseName(text)) || isAll(patterns, text.trim());
  if (def.column === undefined && def.section === undefined) {
    return {
      scope: 'document',
      *check({ report }) {
        for (const { text, at, name } of metaValues(report, def.field)) {
          if (text.trim() !== '' && !isAllowed(text)) yield finding(def, at, text, { field: name });
        }
      },
    };
  }
  return {
    scope: 'section',
    *check({ content }) {
      const section = content.title;
      for (const table of tablesOf(content, def)) {
        for (const { text, at } of cellsIn(table, def.column)) {
          const column = headerOf(table, def.column);
          if (text !== '' && !isAllowed(text)) yield finding(def, at, text, { column, section });
        }
      }
      if (def.field === undefined || !isWithin(content.role, def.section ?? '')) return;
      for (const field of content.fields) {
        const { text, at } = field.value;
        if (field.def?.id !== def.field || text.trim() === '' || isAllowed(text)) continue;
        yield finding<Anchor>(def, at, text, { field: field.name.text, section });
      }
    },
  };
};

function isAll(patterns: readonly Pattern[], text: string): boolean {
  return patterns.some((pattern) => pattern.isAll(text));
}

function finding<At extends Span | Anchor>(
  def: CheckDef,
  at: At,
  value: string,
  named: Readonly<Record<string, string>>,
): Draft<At> {
  const values = listedWords(def.values, 'or');
  return {
    at,
    message: say(def, { value, values, section: 'the document', ...named }),
    fixes: nearest(value, def.values, (one) => one)
      .slice(0, 1)
      .map((meant) => ({
        title: `Change to "${meant}"`,
        edits: (edit, place) => edit.replace(place(at), meant),
      })),
  };
}

interface MetaValue {
  readonly text: string;
  readonly at: Span;
  readonly name: string;
}

/** What a field of the document says: of a list each of its items. */
function metaValues({ fields }: Report, id: string | undefined): readonly MetaValue[] {
  return fields.flatMap(({ def, entry }): readonly MetaValue[] => {
    if (entry === undefined || def.id !== id) return [];
    const { value, valueSpan, key: name } = entry;
    if (value.kind !== 'list') return [{ text: metaText(value), at: valueSpan, name }];
    return value.items.map((item) => {
      const from = valueSpan.from + item.at;
      return { text: metaText(item.value), at: { from, to: from + item.value.length }, name };
    });
  });
}
