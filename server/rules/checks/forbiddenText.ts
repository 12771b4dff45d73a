import type { CheckDef } from '../../framework/checkDef.ts';
import type { SectionRole } from '../../framework/vocabulary.ts';
import { type Block, placeSpan } from '../../model/block.ts';
import { sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft } from '../rule.ts';
import { type CheckMaker, passagesOf, perBlock, say, sectionsPlaying } from './check.ts';
import { patternsOf } from './textPattern.ts';

/** Words that must not stand in the document, or not in one of its sections. */
export const forbiddenText: CheckMaker = (def) => {
  const patterns = patternsOf(def);
  const { section } = def;
  const find = (block: Block): readonly Span[] =>
    passagesOf(block).flatMap((prose) =>
      patterns.flatMap(({ find }) => find(prose.text).map(({ from, to }) => prose.sourceSpan(from, to))),
    );
  if (section === undefined) {
    return {
      scope: 'framed-block',
      *check({ block, role }) {
        for (const at of find(block)) yield finding(def, at, block.source.slice(at.from, at.to), role);
      },
    };
  }
  const findOnce = perBlock(find);
  return {
    scope: 'document',
    *check({ report }) {
      for (const around of sectionsPlaying(report, section).flatMap((one) => sectionsWithin(report, one))) {
        const { heading, own, content } = around;
        for (const placed of heading === undefined ? own : [heading, ...own]) {
          for (const at of findOnce(placed.block)) {
            const words = placed.block.source.slice(at.from, at.to);
            yield finding(def, placeSpan(placed, at), words, content.role);
          }
        }
      }
    },
  };
};

function finding(def: CheckDef, at: Span, words: string, role: SectionRole | undefined): Draft<Span> {
  const { replaceWith } = def;
  const values = {
    value: words,
    section: role?.def.heading ?? 'the document',
    replacement: replaceWith ?? '',
  };
  // Words that go on over a line end stand in the source with what begins the next line.
  const canReplace = replaceWith !== undefined && !words.includes('\n');
  return {
    at,
    message: say(def, values),
    fixes: canReplace
      ? [
          {
            title: `Change to "${replaceWith}"`,
            edits: (edit, place) => edit.replace(place(at), asWritten(replaceWith, words)),
          },
        ]
      : [],
  };
}

/** A word in place of one that begins a sentence begins it too. */
function asWritten(replacement: string, words: string): string {
  return /^\p{Lu}\p{Ll}/u.test(words)
    ? replacement.charAt(0).toUpperCase() + replacement.slice(1)
    : replacement;
}
