import { deploymentProblems } from './trial-secrets.js';

const problems = deploymentProblems(process.env);
if (problems.length > 0) {
  console.error(
    `FluxAsync does not start with these settings. Trial secrets are for the sandbox only; set yours in .env (docs/operations.md, "Containers"):\n  ${problems.join('\n  ')}`,
  );
  process.exitCode = 1;
} else {
  console.log('The settings are fit to start with.');
}
