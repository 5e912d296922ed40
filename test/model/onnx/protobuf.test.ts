import { expect, it } from 'vitest';
import { Message } from '../../../src/model/onnx/protobuf.js';
import { fieldsOf } from '../protobuf.js';

const hex = (message: Message) => Buffer.from(message.finish()).toString('hex');

it.each([
  // The examples of the encoding guide of Protocol Buffers.
  [new Message().int(1, 150), '089601'],
  [new Message().text(2, 'testing'), '120774657374696e67'],
  [new Message().message(3, new Message().int(1, 150)), '1a03089601'],
  [new Message().int(1, 0), '0800'],
  [new Message().int(20, 127), 'a0017f'],
  [new Message().int(1, 2 ** 40), '088080808080' + '20'],
  [new Message().float(2, 0.5), '150000003f'],
  [new Message().bytes(9, Uint8Array.of()), '4a00'],
])('writes the bytes of the guide: case %#', (message, bytes) => {
  expect(hex(message)).toBe(bytes);
  expect(message.size).toBe(bytes.length / 2);
});

it('nests and repeats', () => {
  const inner = new Message().text(1, 'é').int(7, 300);
  const outer = new Message().message(1, inner).message(1, inner).bytes(2, new Uint8Array(300));
  const fields = fieldsOf(outer.finish());
  expect(fields.map(({ field }) => field)).toEqual([1, 1, 2]);
  expect(fieldsOf(fields[1].value as Uint8Array)).toEqual([
    { field: 1, value: Uint8Array.of(0xc3, 0xa9) },
    { field: 7, value: 300 },
  ]);
});
