/**
 * What Excel has made of a number that it took for one to calculate with, and how it comes back: a sentence to go after what is wrong.
 * Nothing where it does not look like that.
 */
export function excelDamage(text: string): string | undefined {
  if (!/^\d([.,]\d+)?E\+\d+$/i.test(text)) return undefined;
  return "Excel has made a rounded number of it, and its digits are lost: give the column the format Text and type it again.";
}
