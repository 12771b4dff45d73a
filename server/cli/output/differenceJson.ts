import type { Change, ChangedPassage, Said } from '../../features/difference/change.ts';
import { changeText } from '../../features/difference/words.ts';
import type { Finding } from '../../text/problem.ts';
import type { Io } from '../io.ts';
import type { Compared, ComparedFile, ComparedOutput } from './compared.ts';

/** For programs, as `schemas/difference.schema.json` says. */
export class DifferenceJson implements ComparedOutput {
  readonly #io: Io;
  readonly #documents: object[] = [];

  constructor(io: Io) {
    this.#io = io;
  }

  readonly add = (compared: Compared): void => {
    this.#documents.push(documentEntry(compared));
  };

  readonly end = (): void => {
    const value = { version: 1, documents: this.#documents };
    this.#io.out(`${JSON.stringify(value, undefined, 2)}\n`);
  };
}

function documentEntry({ before, after, difference }: Compared): object {
  const files = { before: before?.file ?? null, after: after?.file ?? null };
  if (difference === undefined || before === undefined || after === undefined) return files;
  const { groups, passages, findings } = difference;
  const sides = (pair: Pick<Change, 'before' | 'after'> | ChangedPassage) => ({
    ...(pair.before === undefined ? {} : { before: saidEntry(pair.before, before) }),
    ...(pair.after === undefined ? {} : { after: saidEntry(pair.after, after) }),
  });
  return {
    ...files,
    sections: groups.map(({ section, changes }) => ({
      section: section ?? null,
      changes: changes.map((change) => ({
        kind: change.kind,
        sort: change.sort,
        subject: change.subject,
        ...(change.part === undefined ? {} : { part: change.part }),
        ...sides(change),
        ...(change.turn === undefined ? {} : { turn: change.turn }),
        ...(change.remark === undefined ? {} : { remark: change.remark }),
        text: changeText(change),
      })),
    })),
    passages: passages.map(sides),
    findings: {
      mended: findings.mended.map((finding) => findingEntry(finding, before)),
      new: findings.found.map((finding) => findingEntry(finding, after)),
    },
  };
}

function saidEntry({ text, span }: Said, file: ComparedFile): object {
  return { text, ...placeEntry(span, file) };
}

function findingEntry({ rule, severity, message, span }: Finding, file: ComparedFile): object {
  return { rule, severity, message, ...placeEntry(span, file) };
}

function placeEntry(span: Said['span'], { text, loaded }: ComparedFile): object {
  const { from, to } = loaded.toSource(span);
  const landmark = text.landmarkAt(from);
  return {
    start: text.at(from),
    end: text.at(to),
    ...(landmark === undefined ? {} : { [landmark.unit]: landmark.number }),
  };
}
