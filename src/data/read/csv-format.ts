/** How a CSV file is meant; what is left out has the value that `CSV_DEFAULTS` names. */
export interface CsvFormat {
  /** Column to predict, by name or by index from 0 (negative: from the end); or several. */
  target: ColumnName | readonly ColumnName[];
  /**
   * Whether the first line names the columns; `auto`: it does when no cell of it is a number,
   * where ignored columns and a target column of class names do not count.
   */
  header: boolean | 'auto';
  /** Lines above the header or the first row, whatever they hold. */
  skipLines: number;
  /** Columns to leave out, by name or by index as `target`; their cells may hold anything. */
  ignore: readonly ColumnName[];
}

export type ColumnName = string | number;

export const CSV_DEFAULTS: CsvFormat = { target: -1, header: 'auto', skipLines: 0, ignore: [] };

export function targetsOf(target: CsvFormat['target']): readonly ColumnName[] {
  return typeof target === 'object' ? target : [target];
}
