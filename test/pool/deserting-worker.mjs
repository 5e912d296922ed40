// The real worker, but the second member of the victim's team is lost while the first one trains.
import { workerData } from 'node:worker_threads';
import { Control, TRIAL } from '../../dist/memory/control.js';
import runTask from '../../dist/pool/worker.js';

const { memory, plan, layout, memberFault, victim } = workerData;
const control = new Control(memory, layout.control, plan.trials.length, layout.slabs.length);

export default function deserting(task) {
  if (task.team && task.slab === 1 && task.trial === victim) {
    while (control.state(victim) !== TRIAL.running);
    if (memberFault === 'exit') process.exit(7);
    throw new Error('a worker threw');
  }
  return runTask(task);
}
