import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { nameOf } from './foreignFiles.ts';
import { addressIn, packAround } from './packs.ts';
import { chooseDeed } from './reviewDeeds.ts';
import { type PlacedFinding, ReviewStatus } from './reviewStatus.ts';

type Answering = () => Promise<BaseLanguageClient | undefined>;

/** What is gone through: everything, a folder with all below it, or one document. */
interface Scope {
  readonly name: string;
  readonly includes: (uri: vscode.Uri) => boolean;
}

/** Steps through the findings of a pack, one after the other, over all its documents. */
export class Review {
  readonly #client: Answering;
  readonly #status = new ReviewStatus();
  #scope: Scope | undefined;
  /** The finding that is shown. */
  #at: PlacedFinding | undefined;

  constructor(client: Answering) {
    this.#client = client;
  }

  register(): vscode.Disposable {
    const command = (name: string, run: (wish?: unknown) => Promise<void>) =>
      vscode.commands.registerCommand(`touchstone.${name}`, run);
    return vscode.Disposable.from(
      this.#status,
      command('startReview', (wish) => this.start(wish)),
      command('nextFinding', () => this.step(1)),
      command('previousFinding', () => this.step(-1)),
      command('findingActions', () => this.act()),
      command('endReview', () => this.end()),
      vscode.languages.onDidChangeDiagnostics(() => this.#tell()),
    );
  }

  /** Begins with the first finding of a pack or a document, or else of the pack of the document in view. */
  async start(wish?: unknown): Promise<void> {
    this.#scope = await scopeOf(wish);
    this.#at = undefined;
    const [first] = this.#findings();
    if (first === undefined) {
      this.#scope = undefined;
      void vscode.window.showInformationMessage(nothingIn(wish === undefined));
      return;
    }
    await vscode.commands.executeCommand('setContext', 'touchstone.reviewing', true);
    await this.#show(first);
  }

  /** Shows the finding that comes next, or the one before; begins where nothing is being gone through. */
  async step(by: 1 | -1): Promise<void> {
    if (this.#scope === undefined) return this.start();
    const all = this.#findings();
    const index = indexBehind(all, this.#at, by);
    const next = all[index];
    if (next !== undefined) return this.#show(next);
    if (all.length === 0) {
      await this.end();
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Nothing is left to find: the review is done.'),
      );
      return;
    }
    await this.#askAtTheEnd(by, all);
  }

  /** Offers what can be done about the finding that is shown, and goes on when something was done. */
  async act(): Promise<void> {
    const at = this.#at;
    if (at === undefined || this.#scope === undefined) return this.start();
    const all = this.#findings();
    const client = await this.#client();
    if (client === undefined) return;
    const deed = await chooseDeed(client, at, { number: indexOf(all, at) + 1, count: all.length });
    if (deed === 'next') await this.step(1);
    else if (deed === 'previous') await this.step(-1);
    else if (deed === 'end') await this.end();
    else if (deed === 'again') await this.act();
  }

  /** How far one has come, as the status bar says it. */
  get progress(): string {
    return this.#status.text;
  }

  async end(): Promise<void> {
    this.#scope = undefined;
    this.#at = undefined;
    this.#status.hide();
    await vscode.commands.executeCommand('setContext', 'touchstone.reviewing', false);
  }

  async #askAtTheEnd(by: 1 | -1, all: readonly PlacedFinding[]): Promise<void> {
    const [again, done] = [vscode.l10n.t('Begin again'), vscode.l10n.t('End the review')];
    const said =
      by === 1 ? vscode.l10n.t('That was the last finding.') : vscode.l10n.t('That is the first finding.');
    const picked = await vscode.window.showInformationMessage(said, again, done);
    const [first] = all;
    if (picked === again && first !== undefined) await this.#show(first);
    if (picked === done) await this.end();
  }

  async #show(found: PlacedFinding): Promise<void> {
    this.#at = found;
    const { uri, diagnostic } = found;
    const { start, end } = diagnostic.range;
    const editor = await vscode.window.showTextDocument(uri, { preview: true });
    // The cursor stands at the beginning, so that what is shown beside it is about the finding.
    editor.selection = new vscode.Selection(end, start);
    editor.revealRange(diagnostic.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    this.#tell();
    // The editor's own way of telling: the whole message, the places that it rests on, and its fixes.
    await vscode.commands.executeCommand('editor.action.showHover');
  }

  /** Says how far one has come; what is mended meanwhile counts no longer. */
  #tell(): void {
    if (this.#scope === undefined || this.#at === undefined) return;
    const all = this.#findings();
    const index = indexOf(all, this.#at);
    this.#status.show(this.#scope.name, all.length, index < 0 ? undefined : { index, found: this.#at });
  }

  /** By document, and in each by place. What is only a hint is left to the light bulb, as in the list of problems. */
  #findings(): readonly PlacedFinding[] {
    return vscode.languages
      .getDiagnostics()
      .filter(([uri]) => this.#scope?.includes(uri) === true)
      .flatMap(([uri, found]) =>
        found
          .filter(({ source, severity }) => source === 'Touchstone' && severity !== HINT)
          .map((diagnostic) => ({ uri, diagnostic })),
      )
      .sort(byPlace);
  }
}

const HINT = vscode.DiagnosticSeverity.Hint;

function byPlace(a: PlacedFinding, b: PlacedFinding): number {
  return (
    a.uri.path.localeCompare(b.uri.path, 'en', { numeric: true }) ||
    a.diagnostic.range.start.compareTo(b.diagnostic.range.start) ||
    a.diagnostic.range.end.compareTo(b.diagnostic.range.end)
  );
}

function indexOf(all: readonly PlacedFinding[], wanted: PlacedFinding): number {
  return all.findIndex(
    (one) =>
      byPlace(one, wanted) === 0 &&
      one.uri.toString() === wanted.uri.toString() &&
      one.diagnostic.message === wanted.diagnostic.message,
  );
}

/** The index of the one behind, or before; where it has been mended, of the one that stands at or behind its place. */
function indexBehind(all: readonly PlacedFinding[], at: PlacedFinding | undefined, by: 1 | -1): number {
  if (at === undefined) return 0;
  const known = indexOf(all, at);
  if (known >= 0) return known + by;
  const behind = all.findIndex((one) => byPlace(one, at) >= 0);
  const next = behind < 0 ? all.length : behind;
  return by === 1 ? next : next - 1;
}

async function scopeOf(wish: unknown): Promise<Scope> {
  const address = addressIn(wish);
  if (address !== undefined) return isDocument(wish) ? ofDocument(address) : ofFolder(address);
  const active = vscode.window.activeTextEditor?.document.uri;
  const pack = active && (await packAround(active));
  if (pack !== undefined) return ofFolder(pack);
  return { name: vscode.l10n.t('all reports'), includes: () => true };
}

function isDocument(wish: unknown): boolean {
  return wish instanceof vscode.Uri || (wish as { document?: unknown }).document !== undefined;
}

function ofDocument(uri: vscode.Uri): Scope {
  return { name: nameOf(uri), includes: (other) => other.toString() === uri.toString() };
}

function ofFolder(folder: vscode.Uri): Scope {
  const above = `${folder.toString().replace(/\/$/, '')}/`;
  return { name: nameOf(folder), includes: (uri) => uri.toString().startsWith(above) };
}

function nothingIn(isEverywhere: boolean): string {
  const looksOnlyAtOpen = !vscode.workspace.getConfiguration('touchstone').get('workspaceFindings', true);
  if (isEverywhere && looksOnlyAtOpen) {
    return vscode.l10n.t(
      'Nothing is found in the open documents. Those that are not open are looked at when the setting "touchstone.workspaceFindings" is on.',
    );
  }
  return vscode.l10n.t('There is nothing to review: no findings.');
}
