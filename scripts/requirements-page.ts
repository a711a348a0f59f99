// docs/requirements.md: every requirement with the rules that carry it out, or why none does.
import type { Rule } from '../server/src/diagnostics/rule';
import { requirementGroups, type Requirement, type RequirementGroup } from './requirements';

/** Ids of the requirements that a rule carries out. */
export function requirementsOf(rule: Rule): readonly string[] {
  return typeof rule.requirement === 'string' ? [rule.requirement] : rule.requirement;
}

export function requirementsPage(rules: readonly Rule[]): string {
  const others = rules.filter((rule) => requirementsOf(rule).length === 0);
  return `# Requirements

Derived from the list of requirements and from the rules by \`npm run update\`.

What a pair of devices has to fulfil, as the procedures of [the guide](guide/README.md), the vendor's command reference and published models and the standards state or imply it, and the rules that carry it out. Where these sources disagree, a [decision](decisions/README.md) says what holds. A requirement keeps its id; one that begins with \`HB-X-\` was added by this project.

${requirementGroups.map((group) => groupText(group, rules)).join('\n')}
## Rules that are no requirement on the pair

They are about how the check itself was made.

${others.map((rule) => `- ${ruleLink(rule)}: ${rule.title}.`).join('\n')}

## Requirements that no rule carries out

| Requirement | Why |
| --- | --- |
${requirementGroups
  .flatMap((group) => Object.entries(group.requirements))
  .filter(([, requirement]) => requirement.noRule !== undefined)
  .map(([id, requirement]) => `| \`${id}\` ${requirement.text} | ${requirement.noRule} |`)
  .join('\n')}

The decision is [requirements that are no rule](decisions/requirements-that-are-no-rule.md).
`;
}

function groupText(group: RequirementGroup, rules: readonly Rule[]): string {
  const rows = Object.entries(group.requirements).map(([id, requirement]) => rowText(id, requirement, rules));
  return `## ${group.title}

| Requirement | | Carried out by |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function rowText(id: string, requirement: Requirement, rules: readonly Rule[]): string {
  const carriers = rules.filter((rule) => requirementsOf(rule).includes(id)).map(ruleLink);
  const carriedBy = carriers.length > 0 ? carriers.join(', ') : 'no rule, see below';
  return `| \`${id}\` | ${requirement.text} | ${carriedBy} |`;
}

function ruleLink(rule: Rule): string {
  return `[${rule.id}](rules/${rule.id}.md)`;
}
