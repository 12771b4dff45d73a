/** Words to quote in a message, cut where they are long. */
export function shortly(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most - 3).trimEnd()}…` : text;
}
