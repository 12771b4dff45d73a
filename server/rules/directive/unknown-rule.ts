import { nearest } from '../../framework/name.ts';
import { placeSpan } from '../../model/block.ts';
import { metaEntry } from '../../model/model.ts';
import type { Report } from '../../report/report.ts';
import { type Span, shift } from '../../text/span.ts';
import { type Draft, defineRule } from '../rule.ts';

export default defineRule({
  scope: 'document',
  summary: 'Comments and settings must name rules that exist.',
  why: 'A rule whose name is misspelt is not switched off, and nobody is told why its findings stay.',
  severity: 'warning',
  *check({ report, rules }) {
    const known = new Set(rules);
    for (const named of [...inSettings(report), ...inComments(report)]) {
      if (!known.has(named.id)) yield finding(named, rules);
    }
  },
});

/** The name of a rule, somewhere in the document. */
interface Named {
  readonly id: string;
  readonly at: Span;
}

function inSettings({ model }: Report): readonly Named[] {
  const entry = metaEntry(model, 'rules');
  if (entry?.value.kind !== 'map') return [];
  return entry.value.entries.map(({ key, keySpan }) => ({
    id: key,
    at: shift(keySpan, entry.valueSpan.from),
  }));
}

function inComments({ directives }: Report): readonly Named[] {
  return directives.flatMap(({ directive, placed }) =>
    directive.rules.map(({ id, span }) => ({ id, at: placeSpan(placed, span) })),
  );
}

function finding({ id, at }: Named, rules: readonly string[]): Draft<Span> {
  const near = likely(id, rules).slice(0, 3);
  const hint = near.length === 0 ? 'Look its name up in the list of rules.' : `Did you mean ${either(near)}?`;
  return {
    at,
    message: `There is no rule "${id}". ${hint}`,
    fixes: near.map((other) => ({
      title: `Change to "${other}"`,
      safe: near.length === 1,
      edits: (edit) => edit.replace(at, other),
    })),
  };
}

/** Rules with that name in any family come first, since a family is easily left out. */
function likely(id: string, rules: readonly string[]): readonly string[] {
  const name = (rule: string) => rule.slice(rule.indexOf('/') + 1);
  const same = rules.filter((rule) => name(rule) === name(id));
  if (same.length > 0) return same;
  const near = nearest(id, rules, (rule) => rule);
  return near.length > 0 ? near : nearest(name(id), rules, name);
}

function either(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(' or ');
}
