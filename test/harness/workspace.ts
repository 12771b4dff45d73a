import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { writeFiles } from '../cli/cases.ts';
import { Editor } from './editor.ts';

/** A server, folders that are open in its editor, and what happens to them. */
export class Workspace {
  readonly editor = new Editor();
  readonly folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'touchstone-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    writeFiles(this.folder, Object.entries(files));
  }

  /** @param settings what the editor answers when it is asked; undefined for one that cannot be asked. */
  async start(settings?: () => object, roots: readonly string[] | null = ['']): Promise<void> {
    const configuration = settings !== undefined;
    const folders = roots?.map((name) => ({ uri: this.uri(name).replace(/\/$/, ''), name })) ?? null;
    this.editor.connection.onRequest('workspace/configuration', () => [settings?.()]);
    await this.editor.initialize(
      { workspace: { configuration, workspaceFolders: true } },
      { workspaceFolders: folders },
    );
    await this.editor.connection.sendNotification('initialized', {});
  }

  uri(name: string): string {
    return pathToFileURL(path.join(this.folder, name)).toString();
  }

  write(name: string, text: string | Uint8Array): void {
    writeFiles(this.folder, [[name, text]]);
  }

  shown(name: string, satisfy: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
    return this.editor.shown(this.uri(name), satisfy);
  }

  /** How often something was said of a file. */
  times(name: string): number {
    return this.editor.said(this.uri(name)).length;
  }

  tell(changes: readonly (readonly [name: string, type: number])[]): Promise<void> {
    const events = changes.map(([name, type]) => ({ uri: this.uri(name), type }));
    return this.editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: events });
  }

  close(name: string): Promise<void> {
    return this.editor.connection.sendNotification('textDocument/didClose', {
      textDocument: { uri: this.uri(name) },
    });
  }

  save(name: string): Promise<void> {
    return this.editor.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: this.uri(name) },
    });
  }

  configure(settings: unknown): Promise<void> {
    return this.editor.connection.sendNotification('workspace/didChangeConfiguration', { settings });
  }

  async leave(): Promise<void> {
    assert.equal(await this.editor.leave(), 0);
    rmSync(this.folder, { recursive: true });
  }
}
