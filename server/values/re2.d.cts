/** The engine that matches patterns, read when it is first asked for. */
export declare const loadRe2: () => typeof import('re2js');
