import { cellsOf } from '../../model/block.ts';
import { namedChildren } from '../../values/namedChildren.ts';
import { defineRule } from '../rule.ts';
import { readersOf } from './readers.ts';

export default defineRule({
  scope: 'framed-block',
  summary: 'A child must not be named, or given away by initials, age and where they live.',
  why: 'Initials with an age and a home, or a first name beside what happened, are enough for a neighbour, a classmate or a parent to know who it is.',
  severity: 'warning',
  *check({ block, audience }) {
    if (block.kind === 'comment' || block.kind === 'code') return;
    for (const { prose } of [...block.leaves, ...cellsOf(block)]) {
      for (const { who, at, opens } of namedChildren(prose.text)) {
        const place = prose.sourceSpan(who.from, who.to);
        const words = /^\s*$/u.test(prose.text.slice(0, who.from)) ? 'A child' : 'a child';
        yield {
          at: prose.sourceSpan(at.from, at.to),
          ...(audience === 'internal' ? { severity: 'info' as const } : {}),
          message: `"${prose.text.slice(at.from, at.to)}", with what else is said here, points to one child${readersOf(audience)}. Write "a child" or "Child A", and leave out what a neighbour would know them by.`,
          ...(opens
            ? {
                fixes: [
                  { title: `Write "${words}"`, edits: (edit, placed) => edit.replace(placed(place), words) },
                ],
              }
            : {}),
        };
      }
    }
  },
});
