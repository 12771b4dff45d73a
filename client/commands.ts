import * as vscode from 'vscode';
import type { Wish } from './newReport.ts';

/** A command on files; `others` is what menus pass besides, or a wish. */
type FileCommand = (uri?: vscode.Uri, others?: unknown) => Promise<readonly vscode.Uri[]>;

export interface CommandHandlers {
  readonly restart: () => Promise<void>;
  readonly showOutput: () => void;
  readonly newReport: (wish?: Wish) => Promise<void>;
  readonly importDocument: FileCommand;
  readonly checkDocument: FileCommand;
  readonly writeComments: FileCommand;
  readonly showNumberChecks: (uri?: vscode.Uri) => Promise<vscode.Uri | undefined>;
  readonly fixAll: () => Promise<void>;
  readonly showReading: (uri: vscode.Uri) => Promise<void>;
}

/** The commands of the manifest, and those that only we run, each under its name. */
export function registerCommands(handlers: CommandHandlers): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('touchstone.restart', handlers.restart),
    vscode.commands.registerCommand('touchstone.showOutput', handlers.showOutput),
    vscode.commands.registerCommand('touchstone.newReport', handlers.newReport),
    vscode.commands.registerCommand('touchstone.importDocument', handlers.importDocument),
    vscode.commands.registerCommand('touchstone.checkDocument', handlers.checkDocument),
    vscode.commands.registerCommand('touchstone.writeComments', handlers.writeComments),
    vscode.commands.registerCommand('touchstone.showNumberChecks', handlers.showNumberChecks),
    vscode.commands.registerCommand('touchstone.fixAll', handlers.fixAll),
    vscode.commands.registerCommand('touchstone.showReading', handlers.showReading),
  ];
}
