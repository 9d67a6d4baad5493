import type { Evaluation, Shares } from '../../knowledge/evaluation/metrics';

const percent = (value: number | null): string => (value === null ? '-' : `${(value * 100).toFixed(1)}%`);

const row = (name: string, { n, top1, top3 }: Shares): string =>
  `  ${name.padEnd(16)}${String(n).padStart(6)}${percent(top1).padStart(9)}${percent(top3).padStart(9)}`;

/** The figures of an evaluation as a person reads them. */
export function evaluationReport(evaluation: Evaluation): string {
  const { outOfScope, decisions, several } = evaluation;
  return [
    `  ${''.padEnd(16)}${'n'.padStart(6)}${'top-1'.padStart(9)}${'top-3'.padStart(9)}`,
    row('all', evaluation),
    ...Object.entries(evaluation.byStyle).map(([name, shares]) => row(name, shares)),
    ...Object.entries(evaluation.byDesk).map(([name, shares]) => row(`desk ${name}`, shares)),
    `in scope: answered ${percent(decisions.answered)} (right ${percent(decisions.rightWhenAnswered)}), ` +
      `asked ${percent(decisions.clarified)}, refused ${percent(decisions.rejected)}, solved ${percent(decisions.solved)}`,
    `out of scope (${outOfScope.n}): refused ${percent(outOfScope.rejected)}, asked ${percent(outOfScope.clarified)}, ` +
      `answered ${percent(outOfScope.answered)}, AUROC ${outOfScope.auroc ?? '-'}`,
    ...(several.n === 0
      ? []
      : [
          `several requests (${several.n}): exactly right ${percent(several.exact)}, topics found that are asked for ` +
            `${percent(several.precision)}, topics asked for that are found ${percent(several.recall)}`,
        ]),
    ...((several.falselyFound.all ?? null) === null
      ? []
      : [
          `one request taken for several: ${Object.entries(several.falselyFound)
            .map(([style, each]) => `${style} ${percent(each)}`)
            .join(', ')}`,
        ]),
    `calibration error ${evaluation.calibrationError ?? '-'}; learned in ${evaluation.trainMs} ms; ` +
      `${evaluation.msP50 ?? '-'} ms a message at the median, ${evaluation.msP99 ?? '-'} ms at the 99th percentile`,
  ].join('\n');
}
