// Cannot start: as a worker whose import fails.
throw new Error('the worker does not load');
export default () => {};
