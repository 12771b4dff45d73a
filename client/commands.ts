import * as vscode from 'vscode';
import type { Wish } from './newReport.ts';

export interface CommandHandlers {
  readonly restart: () => Promise<void>;
  readonly showOutput: () => void;
  readonly newReport: (wish?: Wish) => Promise<void>;
}

/** The commands of the manifest, each under its name. */
export function registerCommands(handlers: CommandHandlers): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('touchstone.restart', handlers.restart),
    vscode.commands.registerCommand('touchstone.showOutput', handlers.showOutput),
    vscode.commands.registerCommand('touchstone.newReport', handlers.newReport),
  ];
}
