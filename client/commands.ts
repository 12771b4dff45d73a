import * as vscode from 'vscode';

export interface CommandHandlers {
  readonly restart: () => Promise<void>;
  readonly showOutput: () => void;
}

/** The commands of the manifest, each under its name. */
export function registerCommands(handlers: CommandHandlers): vscode.Disposable[] {
  return [
    vscode.commands.registerCommand('touchstone.restart', handlers.restart),
    vscode.commands.registerCommand('touchstone.showOutput', handlers.showOutput),
  ];
}
