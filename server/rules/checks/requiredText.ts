import type { CheckDef } from '../../framework/checkDef.ts';
import { headingSpan, type Report, type Section, sectionsWithin } from '../../report/report.ts';
import type { Span } from '../../text/span.ts';
import type { Draft, DraftFix } from '../rule.ts';
import { documentSpan } from '../structure/places.ts';
import { type CheckMaker, passagesOf, perBlock, say, sectionsPlaying } from './check.ts';
import { patternsOf } from './textPattern.ts';

/** Words that must stand in the document, or in a section; a section that is missing is another rule's finding. */
export const requiredText: CheckMaker = (def) => {
  const patterns = patternsOf(def);
  const { section } = def;
  if (patterns.length === 0) return undefined;
  const holds = perBlock((block) =>
    passagesOf(block).some(({ text }) => patterns.some(({ isIn }) => isIn(text))),
  );
  const isIn = (sections: readonly Section[]) =>
    sections.some(({ heading, own }) =>
      (heading === undefined ? own : [heading, ...own]).some(({ block }) => holds(block)),
    );
  return {
    scope: 'document',
    *check({ report }) {
      if (section === undefined) {
        if (report.sections.length > 0 && !isIn(report.sections)) yield inDocument(def, report);
        return;
      }
      for (const one of sectionsPlaying(report, section)) {
        if (!isIn(sectionsWithin(report, one))) yield inSection(def, one);
      }
    },
  };
};

function inDocument(def: CheckDef, report: Report): Draft<Span> {
  return { at: documentSpan(report), message: say(def, { section: 'the document' }) };
}

function inSection(def: CheckDef, section: Section): Draft<Span> {
  const { insert } = def;
  return {
    at: headingSpan(section),
    message: say(def, { section: section.content.title }),
    fixes: insert === undefined ? [] : [addition(insert, section)],
  };
}

function addition(insert: string, { heading, own, content }: Section): DraftFix<Span> {
  const last = own.findLast(({ block }) => block.kind !== 'comment');
  return {
    title: `Add "${insert.length > 60 ? `${insert.slice(0, 59).trimEnd()}…` : insert}"`,
    edits: (edit) => {
      if (last !== undefined && !content.empty) return edit.addParagraph(last, insert.trimEnd());
      return heading === undefined ? [] : edit.fillSection(heading, insert.trimEnd());
    },
  };
}
