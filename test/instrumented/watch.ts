/** Judges the accesses of an instrumented call by what the contract grants its operands. */
import type { Kernels } from '../../src/kernels/contract.js';
import { attempt, type Prepared } from '../kernels/cases/call.js';
import { type Field, Grant } from '../kernels/cases/field.js';
import type { Argument } from '../kernels/cases/operand.js';
import { instrument, type Site } from './instrument.js';

export class Watch {
  readonly sites: readonly Site[];
  /** How often each site was reached. */
  readonly reached: Uint32Array;
  readonly #field: Field;
  readonly #kernels: Kernels;
  /** Words written by the present call: an output may be read once it has been written. */
  readonly #written: Uint8Array;
  readonly #list: (call: Prepared) => readonly Argument[];
  #call: Prepared | undefined;

  constructor(bytes: Uint8Array, field: Field, list: (call: Prepared) => readonly Argument[]) {
    const { bytes: instrumented, sites } = instrument(bytes);
    const check = (address: number, site: number) => this.#check(address >>> 0, site);
    const module = new WebAssembly.Module(new Uint8Array(instrumented));
    const instance = new WebAssembly.Instance(module, { env: { memory: field.memory, check } });
    this.#kernels = instance.exports as unknown as Kernels;
    this.#field = field;
    this.#list = list;
    this.#written = new Uint8Array(field.grants.length);
    this.sites = sites;
    this.reached = new Uint32Array(sites.length);
  }

  /** What is wrong with the call: an access, or what came of it. */
  attempt(call: Prepared): string | undefined {
    this.#written.fill(0);
    this.#call = call;
    return attempt(this.#field, this.#kernels, call);
  }

  #check(address: number, index: number): void {
    const site = this.sites[index];
    ++this.reached[index];
    const from = address + site.offset;
    const last = (from + site.bytes - 1) >>> 2;
    for (let word = from >>> 2; word <= last; ++word) {
      const grants = this.#field.grants[word];
      if (site.write) {
        if (!(grants & Grant.write)) throw new Error(this.#refusal(site, from));
        this.#written[word] = 1;
      } else if (!(grants & Grant.read) && !this.#written[word]) {
        throw new Error(this.#refusal(site, from));
      }
    }
  }

  #refusal(site: Site, from: number): string {
    const { write, bytes, instruction } = site;
    const what = `${instruction} in function ${site.function} ${write ? 'writes' : 'reads'} ${bytes}`;
    return `${what} bytes at byte ${from} = ${this.#nearest(from)}, which is not granted`;
  }

  /** The address as an argument and a distance from it. */
  #nearest(address: number): string {
    const call = this.#call;
    if (!call) return 'nowhere';
    let flat = 0;
    let [best, distance] = [-1, Number.POSITIVE_INFINITY];
    this.#list(call).forEach((argument, i) => {
      const away = address - call.args[flat];
      flat += argument.kind === 'operand' && argument.leading ? 2 : 1;
      if (argument.kind === 'size' || argument.kind === 'scalar') return;
      if (away >= 0 ? away < distance : best < 0) [best, distance] = [i, away];
    });
    return `operand ${best} + ${distance}`;
  }
}
