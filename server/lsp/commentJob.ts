import { placePictures } from '../convert/pictures.ts';
import type { SourceMap } from '../convert/text/sourceMap.ts';
import { COMMENTER, commentOf, type Remark } from '../convert/word/findingComment.ts';
import { FrameworkLibrary } from '../framework/library.ts';
import { SourceText } from '../text/sourceText.ts';
import { type ReadJob, stemOf } from './readJob.ts';

/** A Word document that is to get comments; what goes to the worker that writes them. */
export interface CommentJob extends ReadJob {
  readonly framework: string;
  /** What was found, at places of the Markdown that the same job reads. */
  readonly findings: readonly Remark[];
  /** As XML has it. */
  readonly date: string | undefined;
}

export type CommentOutcome =
  | { readonly problem: string }
  | {
      readonly bytes: Uint8Array;
      readonly comments: number;
      /** Findings that have no place in the document, and what its author should know of it. */
      readonly remarks: readonly string[];
    };

const NO_WORD = 'Comments can be written into Word documents (.docx) only.';

/** Writes findings into a copy of a Word document. Never rejects for what the file holds. */
export async function commentJob(job: CommentJob): Promise<CommentOutcome> {
  const { name, bytes, framework, files, findings, date } = job;
  const door = await import('../convert/door.ts');
  const opened = await door.openSource(name, bytes);
  if (!opened.ok) return { problem: opened.problem };
  const { source } = placePictures(opened.source, stemOf(name));
  const vocabulary = FrameworkLibrary.builtin().with(files).get(framework)?.vocabulary;
  if (source.format !== 'word' || vocabulary === undefined) return { problem: NO_WORD };
  const { places } = door.importSource(source, vocabulary);
  const text = SourceText.of(source.flow.text);
  const comments = findings.map((finding) => commentOf(inSource(finding, places), text));
  const written = await door.commentOn(source.word, comments, { ...COMMENTER, date });
  if (!written.ok) return { problem: written.problem };
  const lost = written.unplaced.map(({ lines }) => lines.map((line) => line.text).join(' '));
  return {
    bytes: written.bytes,
    comments: comments.length - lost.length,
    remarks: [...lost.map((said) => `This has no place in the document: ${said}`), ...written.remarks],
  };
}

function inSource(finding: Remark, places: SourceMap): Remark {
  const related = finding.related.map((one) =>
    one.path === undefined ? { ...one, span: places.toSource(one.span) } : one,
  );
  return { ...finding, span: places.toSource(finding.span), related };
}
