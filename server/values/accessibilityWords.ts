/** The words by which a language makes a document hard to use without seeing it, all in lower case. */
export interface AccessibilityWords {
  /** Words of links that say nothing of where these lead. */
  readonly unclearLinks: ReadonlySet<string>;
  /** Words that say only that something is a picture. */
  readonly pictures: ReadonlySet<string>;
  /** What coloured marks are called in words, the likeliest name first. */
  readonly colours: ReadonlyMap<string, readonly string[]>;
}

/**
 * British English. Sources: success criteria 1.1.1, 1.4.1 and 2.4.4 of the Web Content Accessibility Guidelines 2.2 (W3C)
 * with their failures F30 (text alternatives that are none) and F63 (link text without context); "Links" in the content
 * guidance of GOV.UK.
 */
export const ENGLISH_ACCESSIBILITY: AccessibilityWords = {
  unclearLinks: new Set([
    ...[
      'here',
      'click here',
      'click',
      'click this',
      'press here',
      'tap here',
      'see here',
      'go here',
      'over here',
    ],
    ...[
      'link',
      'this link',
      'the link',
      'follow this link',
      'click this link',
      'click on this link',
      'web link',
    ],
    ...[
      'more',
      'read more',
      'see more',
      'learn more',
      'find out more',
      'continue reading',
      'this page',
      'this',
    ],
    ...['available here', 'found here', 'read here', 'view here', 'download here', 'click here for more'],
    ...['click here for more information', 'click here for details', 'read this', 'hyperlink'],
  ]),
  pictures: new Set([
    ...[
      'image',
      'picture',
      'photo',
      'photograph',
      'graphic',
      'chart',
      'graph',
      'diagram',
      'figure',
      'screenshot',
    ],
    ...['img', 'pic', 'spacer', 'placeholder', 'untitled', 'alt', 'alt text', 'icon', 'clip art', 'shape'],
    ...['a picture', 'an image', 'a chart', 'a graph', 'a diagram', 'text box', 'picture placeholder'],
  ]),
  colours: new Map<string, readonly string[]>([
    ...['🟢', '🟩'].map((mark) => [mark, ['Green']] as const),
    ...['🔴', '🟥'].map((mark) => [mark, ['Red']] as const),
    ...['🟠', '🟧'].map((mark) => [mark, ['Amber']] as const),
    ...['🟡', '🟨'].map((mark) => [mark, ['Amber', 'Yellow']] as const),
    ...['🔵', '🟦'].map((mark) => [mark, ['Blue']] as const),
    ...['🟣', '🟪'].map((mark) => [mark, ['Purple']] as const),
    ...['🟤', '🟫'].map((mark) => [mark, ['Brown']] as const),
    ...['⚪', '⬜'].map((mark) => [mark, ['White']] as const),
    ...['⚫', '⬛'].map((mark) => [mark, ['Black']] as const),
  ]),
};
