import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The text has changed since it was asked about: places in it would be wrong, and clients ask again. */
export function outdated(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.ContentModified, 'The document has changed meanwhile.');
}

/** Nobody waits for the answer any more. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}

/** What is asked for cannot be. @param sentence says why, for the author to read */
export function refused(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}
