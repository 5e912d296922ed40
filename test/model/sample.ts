import type { ModelRecord } from '../../src/model/record.js';

/** Two inputs, three units, two classes. */
export const SAMPLE: ModelRecord = {
  network: {
    inputs: 2,
    layers: [
      { units: 3, activation: 'leaky-relu', params: { slope: 0.25 }, bias: false },
      { units: 2, activation: 'linear', params: {}, bias: true },
    ],
  },
  weights: [
    [Float32Array.of(1, -2), Float32Array.of(0.5, 0), Float32Array.of(-1, 3)],
    [Float32Array.of(1, 2, 3), Float32Array.of(-3, -2, -1)],
  ],
  biases: [new Float32Array(3), Float32Array.of(0.5, -0.5)],
  scale: { shift: [0.1, -2], unit: [3, 0] },
  answer: { kind: 'classes', classes: 2, classNames: ['cat', 'dog'], outputs: 'logits' },
  image: { height: 1, width: 2, channels: 1 },
  origin: { config: { seeds: 3 }, seed: 42 },
};

/** SAMPLE, as written by `safetensors.numpy.save` of safetensors 0.8.0, in base64. */
export const OF_PYTHON =
  '6AIAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJhbnN3ZXIiOiJ7XCJraW5kXCI6IFwiY2xhc3Nlc1wiLCBcImNsYXNz' +
  'ZXNcIjogMiwgXCJjbGFzc05hbWVzXCI6IFtcImNhdFwiLCBcImRvZ1wiXSwgXCJvdXRwdXRzXCI6IFwibG9naXRz' +
  'XCJ9IiwiaW1hZ2UiOiJ7XCJoZWlnaHRcIjogMSwgXCJ3aWR0aFwiOiAyLCBcImNoYW5uZWxzXCI6IDF9Iiwib3Jp' +
  'Z2luIjoie1wiY29uZmlnXCI6IHtcInNlZWRzXCI6IDN9LCBcInNlZWRcIjogNDJ9Iiwic2NhbGUiOiJ7XCJzaGlm' +
  'dFwiOiBbMC4xLCAtMl0sIFwidW5pdFwiOiBbMywgMF19IiwibmV0d29yayI6IntcImlucHV0c1wiOiAyLCBcImxh' +
  'eWVyc1wiOiBbe1widW5pdHNcIjogMywgXCJhY3RpdmF0aW9uXCI6IFwibGVha3ktcmVsdVwiLCBcInBhcmFtc1wi' +
  'OiB7XCJzbG9wZVwiOiAwLjI1fSwgXCJiaWFzXCI6IGZhbHNlfSwge1widW5pdHNcIjogMiwgXCJhY3RpdmF0aW9u' +
  'XCI6IFwibGluZWFyXCIsIFwicGFyYW1zXCI6IHt9LCBcImJpYXNcIjogdHJ1ZX1dfSIsImZvcm1hdCI6ImxhbmV3' +
  'aXNlL21vZGVsQDEifSwibGF5ZXJzLjAud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlszLDJdLCJkYXRh' +
  'X29mZnNldHMiOlswLDI0XX0sImxheWVycy4xLmJpYXMiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzJdLCJkYXRh' +
  'X29mZnNldHMiOlsyNCwzMl19LCJsYXllcnMuMS53ZWlnaHQiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6WzIsM10s' +
  'ImRhdGFfb2Zmc2V0cyI6WzMyLDU2XX19ICAAAIA/AAAAwAAAAD8AAAAAAACAvwAAQEAAAAA/AAAAvwAAgD8AAABA' +
  'AABAQAAAQMAAAADAAACAvw==';
