import * as vscode from 'vscode';

/** What of the API of VS Code's own git extension is used. */
interface GitApi {
  getRepository(uri: vscode.Uri): GitRepository | null;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

interface GitRepository {
  show(ref: string, path: string): Promise<string>;
}

/** The version of a file that was last committed. */
export interface Committed {
  readonly text: string;
  /** Where VS Code shows it. */
  readonly uri: vscode.Uri;
}

/** The version of a file that was last committed; undefined where nobody keeps versions of it, as in a browser. */
export async function committed(file: vscode.Uri): Promise<Committed | undefined> {
  if (file.scheme !== 'file') return undefined;
  try {
    const extension = vscode.extensions.getExtension<{ getAPI(version: 1): GitApi }>('vscode.git');
    const api = (await extension?.activate())?.getAPI(1);
    const repository = api?.getRepository(file);
    if (api === undefined || repository === undefined || repository === null) return undefined;
    return { text: await repository.show('HEAD', file.fsPath), uri: api.toGitUri(file, 'HEAD') };
  } catch {
    // Git is switched off, or knows nothing of the file yet.
    return undefined;
  }
}
