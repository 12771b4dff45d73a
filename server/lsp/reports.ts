import type { Connection } from 'vscode-languageserver';
import { mayBeOurs } from '../detect.ts';
import { namedOurs } from '../features/analysis.ts';
import { type CoverageItem, shareText } from '../features/coverageItem.ts';
import type { Overview, SectionOverview } from '../features/overview.ts';
import { isPackFile } from '../features/pack.ts';
import {
  COVERAGE_REQUEST,
  type CoverageParams,
  type CoverageResult,
  type Covered,
  REPORT_REQUEST,
  REPORTS_CHANGED_NOTIFICATION,
  REPORTS_REQUEST,
  type ReportFile,
  type ReportOverview,
  type ReportPack,
  type ReportParams,
  type ReportResult,
  type ReportSection,
  type ReportsChangedParams,
  type ReportsResult,
} from '../protocolViews.ts';
import { sameAddress } from '../text/address.ts';
import { isWithin } from './addresses.ts';
import { readClosed } from './closedDocument.ts';
import { answersOf } from './document.ts';
import { type Folders, filesInFolders } from './filesInFolders.ts';
import type { Positions } from './positions.ts';
import { type Readings, readFrom } from './readings.ts';
import type { Checked } from './requests.ts';

interface Surroundings extends Folders {
  readonly connection: Connection;
  readonly checked: (uri: string) => Promise<Checked | undefined>;
  readonly readings: Pick<Readings, 'pageAt'>;
}

/** Answers which documents there are, what each says at a glance, and what was checked in one. */
export class Reports {
  readonly #around: Surroundings;
  /** What was listed last, by address; undefined as long as nobody has asked. */
  #listed: ReadonlySet<string> | undefined;

  constructor(around: Surroundings) {
    this.#around = around;
    const { connection } = around;
    connection.onRequest(REPORTS_REQUEST, () => this.#list());
    connection.onRequest(REPORT_REQUEST, ({ uri }: ReportParams) => this.#report(uri));
    connection.onRequest(COVERAGE_REQUEST, ({ uri }: CoverageParams) => this.#coverage(uri));
  }

  /** Files have changed, come or gone; without addresses anything may be different. */
  changed(uris?: readonly string[]): void {
    const listed = this.#listed;
    if (listed === undefined) return;
    const areListed = uris?.every((uri) => listed.has(sameAddress(uri)) || !mayBeOurs(uri));
    const params: ReportsChangedParams = areListed === true && uris !== undefined ? { uris } : {};
    if (params.uris?.every((uri) => !mayBeOurs(uri))) return;
    void this.#around.connection.sendNotification(REPORTS_CHANGED_NOTIFICATION, params);
  }

  /** A document has been opened or closed: one that lies in no folder is listed only while it is open. */
  openedOrClosed(uri: string): void {
    const isInFolder = this.#around.folders().some((folder) => isWithin(folder, uri));
    this.changed(isInFolder ? [uri] : undefined);
  }

  async #list(): Promise<ReportsResult> {
    const packs = new Map<string, { readonly folder: string | undefined; readonly files: ReportFile[] }>();
    const seen = new Set<string>();
    this.#listed = seen;
    for (const uri of [...(await this.#inFolders()), ...this.#around.open()]) {
      const key = sameAddress(uri);
      // A framework that is open is a file of its pack, and no document.
      if (seen.has(key) || isPackFile(uri)) continue;
      const folder = (await this.#around.packs.of(readFrom(uri) ?? uri)).folder;
      seen.add(key);
      const pack = packs.get(folder ?? '') ?? { folder, files: [] };
      packs.set(folder ?? '', pack);
      pack.files.push({ uri, name: this.#nameOf(uri, folder) });
    }
    return [...packs.values()].map((pack) => this.#toPack(pack)).sort(byName);
  }

  /** What may be a document of the files in the open folders. */
  async #inFolders(): Promise<readonly string[]> {
    const { packs } = this.#around;
    const found: string[] = [];
    for (const uri of await filesInFolders(this.#around, (name) => mayBeOurs(name) && !isPackFile(name))) {
      if (namedOurs(uri) || (await packs.of(uri)).folder !== undefined) found.push(uri);
    }
    return found;
  }

  #nameOf(uri: string, folder: string | undefined): string {
    const { host, folders } = this.#around;
    const around = folder ?? folders().find((one) => isWithin(one, uri));
    if (around !== undefined && isWithin(around, uri)) return host.relative(around, uri);
    // One that is not saved, or was read from a file of another format, is known by the end of its address.
    const [, folderPart = '', name = uri] = /^(.*[/:])?(.*)$/s.exec(uri.replace(/\?.*$/s, '')) ?? [];
    return host.relative(folderPart.slice(0, -1), folderPart + name);
  }

  #toPack({ folder, files }: { folder: string | undefined; files: readonly ReportFile[] }): ReportPack {
    const documents = [...files].sort(byName);
    if (folder === undefined) return { name: '', documents };
    const { host, folders } = this.#around;
    const around = folders().find((one) => isWithin(one, folder) && sameAddress(one) !== sameAddress(folder));
    const from = around ?? folder.slice(0, folder.lastIndexOf('/'));
    return { folder, name: host.relative(from, folder), documents };
  }

  async #report(uri: string): Promise<ReportResult> {
    const open = await this.#around.checked(uri);
    if (open !== undefined) return toReport(open.answers.overview(), open.document.positions);
    const { host, packs } = this.#around;
    const read = await readClosed(host, uri);
    if (read === undefined) return null;
    if ('problem' in read) return unreadable(read.problem);
    const { document } = read;
    return toReport(answersOf(document, await packs.of(uri)).overview(), document.positions);
  }

  async #coverage(uri: string): Promise<CoverageResult> {
    const open = await this.#around.checked(uri);
    const groups = open?.answers.coverage();
    if (open === undefined || groups === undefined) return null;
    const { positions } = open.document;
    const toCovered = ({ label, detail, state, at, items }: CoverageItem): Covered => {
      const told = { label, ...(detail === undefined ? {} : { detail }), state, items: items.map(toCovered) };
      if (at === undefined) return told;
      const start = positions.position(at);
      const page = this.#around.readings.pageAt(uri, at);
      return { ...told, start, place: page === undefined ? `line ${start.line + 1}` : `page ${page}` };
    };
    return groups.map(toCovered);
  }
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  // What is in no pack stands last.
  if (a.name === '' || b.name === '') return Number(a.name === '') - Number(b.name === '');
  return a.name.localeCompare(b.name, 'en', { numeric: true });
}

function unreadable(problem: string): ReportOverview {
  const counts = { error: 1, warning: 0, info: 0, hint: 0 };
  return { counts, trouble: `This file was not checked. ${problem}`, coverage: [], sections: [] };
}

function toReport(found: Overview | undefined, positions: Positions): ReportResult {
  if (found === undefined) return null;
  const { title, framework, counts, coverage, sections } = found;
  return {
    ...(title === undefined ? {} : { title }),
    ...(framework === undefined ? {} : { framework }),
    counts,
    coverage: coverage.map(shareText),
    sections: sections.map((section) => toSection(section, positions)),
  };
}

function toSection(section: SectionOverview, positions: Positions): ReportSection {
  const { judgement, statuses, at, sections, ...rest } = section;
  return {
    ...rest,
    ...(judgement === undefined ? {} : { judgement }),
    ...(statuses === undefined ? {} : { statuses }),
    start: positions.position(at),
    sections: sections.map((one) => toSection(one, positions)),
  };
}
