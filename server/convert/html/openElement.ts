/** An element that is open, with what ends when it closes. */
export interface Open {
  readonly name: string;
  readonly unseen: boolean;
  readonly around: boolean;
  /** Whether it is in the element that says where the document is. */
  readonly inDocument: boolean;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly href: string | undefined;
  readonly label: boolean;
  readonly onClose: (() => void) | undefined;
}

/** What stands around all elements. */
export const ROOT: Open = {
  name: '',
  unseen: false,
  around: false,
  inDocument: false,
  bold: false,
  italic: false,
  href: undefined,
  label: false,
  onClose: undefined,
};
