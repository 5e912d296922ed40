/** What is measured of trained networks beside losses and metrics; see docs/diagnostics.md. */
export interface Diagnostics {
  /** Test loss less training loss. */
  gap: boolean;
  /** Euclidean norms of the weights and of all parameters. */
  norm: boolean;
  /** Effective parameters, and the eigenvalues of J·Jᵀ, of the Jacobian on the training rows. */
  jacobian: boolean;
  /** Bias and variance of the answers at fixed test points, over the seeds. */
  variance: boolean;
  /** Predictors that need no network; without it only the constant one, on which verdicts rest. */
  references: boolean;
  /** The whole sweep at a third and three times the learning rate, too. */
  checkRate: boolean;
}

/** The switches that do not have their default: what a complete config holds. */
export type DiagnosticsConfig = Partial<Diagnostics>;
