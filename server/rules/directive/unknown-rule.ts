import { slipsFor } from '../../framework/name.ts';
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
    const likely = meantBy(rules);
    for (const named of [...inSettings(report), ...inComments(report)]) {
      if (!known.has(named.id)) yield finding(named, likely(named.id).slice(0, 3));
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

function finding({ id, at }: Named, near: readonly string[]): Draft<Span> {
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

/** What an unknown name may stand for. Rules with that name in any family come first, since a family is easily left out. */
function meantBy(rules: readonly string[]): (id: string) => readonly string[] {
  const name = (rule: string) => rule.slice(rule.indexOf('/') + 1);
  const names = rules.map(name);
  const nearWhole = slipsFor(rules, (rule) => rule);
  const nearName = slipsFor(rules, name);
  return (id) => {
    const own = name(id);
    const same = rules.filter((_, at) => names[at] === own);
    if (same.length > 0) return same;
    const near = nearWhole(id);
    return near.length > 0 ? near : nearName(own);
  };
}

function either(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(' or ');
}
