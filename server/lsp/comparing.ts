import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Analysis } from '../features/analysis.ts';
import type { Change, ChangedPassage, Said } from '../features/difference/change.ts';
import { difference } from '../features/difference/difference.ts';
import { changeText } from '../features/difference/words.ts';
import { isPackFile } from '../features/pack.ts';
import {
  type ChangedFinding,
  type ComparedVersion,
  DIFFERENCE_REQUEST,
  type DifferenceParams,
  type DifferenceProblem,
  type DifferenceResult,
  type DocumentDifference,
  type SaidThere,
  type TwoPlaces,
} from '../protocolDifference.ts';
import { RULES } from '../rules/registry.generated.ts';
import type { Host } from '../text/host.ts';
import type { Finding } from '../text/problem.ts';
import { homeOf } from './addresses.ts';
import { readClosed } from './closedDocument.ts';
import { OpenDocument } from './document.ts';
import type { Packs } from './packs.ts';
import type { Positions } from './positions.ts';
import { cancelled } from './refusals.ts';
import type { Checked } from './requests.ts';

interface Surroundings {
  readonly connection: Connection;
  readonly host: Host;
  readonly packs: Packs;
  readonly folders: () => readonly string[];
  readonly checked: (uri: string) => Promise<Checked | undefined>;
}

/** One version: what was read of it, and where its places are. */
interface Version {
  readonly analysis: Analysis;
  readonly positions: Positions;
  /** Fails where the document has changed since. */
  readonly verify: () => void;
}

/** Answers how two versions of a document differ in what they say. */
export function answerComparing(around: Surroundings): void {
  around.connection.onRequest(
    DIFFERENCE_REQUEST,
    async ({ before, after }: DifferenceParams, token: CancellationToken): Promise<DifferenceResult> => {
      // Both at once, so that each is of the text that was there when this was asked.
      const [was, is] = await Promise.all([versionOf(before, around), versionOf(after, around)]);
      if (token.isCancellationRequested) throw cancelled();
      if (was === undefined || is === undefined) return null;
      if ('problem' in was) return was;
      if ('problem' in is) return is;
      was.verify();
      is.verify();
      return toDifference(was, is);
    },
  );
}

/** Undefined for what is none of ours, or is there no longer. */
async function versionOf(
  version: ComparedVersion,
  around: Surroundings,
): Promise<Version | DifferenceProblem | undefined> {
  const { uri, text } = version;
  if (isPackFile(uri)) return undefined;
  const open = text === undefined ? await around.checked(uri) : undefined;
  const own = open?.document.analysis;
  if (open !== undefined && own !== undefined) {
    return ours({ analysis: own, positions: open.document.positions, verify: open.verify });
  }
  const document = text === undefined ? await saved(uri, around.host) : versionWith(uri, text);
  if (document === undefined || 'problem' in document) return document;
  const pack = await around.packs.of(homeOf(uri, around.folders()));
  return ours({ analysis: document.check(pack, RULES), positions: document.positions, verify: () => {} });
}

function ours(version: Version): Version | undefined {
  return version.analysis.ours ? version : undefined;
}

async function saved(uri: string, host: Host): Promise<OpenDocument | DifferenceProblem | undefined> {
  const read = await readClosed(host, uri);
  return read === undefined || 'problem' in read ? read : read.document;
}

function versionWith(uri: string, text: string): OpenDocument {
  return new OpenDocument(uri, /\.ya?ml(?:[?#]|$)/i.test(uri) ? 'yaml' : 'markdown', 0, text);
}

function toDifference(before: Version, after: Version): DocumentDifference {
  const { groups, passages, findings } = difference(before.analysis, after.analysis);
  const sides = (pair: Pick<Change, 'before' | 'after'> | ChangedPassage): TwoPlaces => ({
    ...(pair.before === undefined ? {} : { before: toSaid(pair.before, before) }),
    ...(pair.after === undefined ? {} : { after: toSaid(pair.after, after) }),
  });
  return {
    sections: groups.map(({ section, changes }) => ({
      ...(section === undefined ? {} : { section }),
      changes: changes.map((change) => ({ text: changeText(change), ...sides(change) })),
    })),
    passages: passages.map(sides),
    mended: findings.mended.map((finding) => toFinding(finding, before)),
    found: findings.found.map((finding) => toFinding(finding, after)),
  };
}

function toSaid({ text, span }: Said, { positions }: Version): SaidThere {
  return { text, range: positions.range(span) };
}

function toFinding({ rule, message, span }: Finding, { positions }: Version): ChangedFinding {
  return { rule, message, range: positions.range(span) };
}
