// What moves an operator between views and makes a configuration take effect. Typed in scripts and transcripts.
import { command, family } from '../command';
import { integer, parameter, text } from '../parameters';
import { configurationViews, everyView } from '../views';

/**
 * Commands of every view that leave it or make a configuration take effect; all are actions. From the guide and the CLI
 * reference.
 */
export const session = family('session', {
  systemView: command({
    views: ['user', 'system'],
    format: 'system-view\nsystem-view immediately',
    summary: 'Goes from the user view to the system view, where the device is configured.',
    notes: ['`immediately` makes each command take effect at once, without `commit`.'],
    action: true,
    guide: ['000 step 1.1', '001 step 1.1', '002 step 1.1', '004 step 1.1'],
    examples: `
      system-view
      sys
    `,
  }),
  quit: command({
    views: everyView,
    format: 'quit',
    summary: 'Leaves the current view for the one it was entered from.',
    action: true,
    guide: ['000 step 1.11', '001 step 1.10', '002 step 1.8', '004 step 2.7'],
    examples: `
      quit
    `,
  }),
  return: command({
    views: configurationViews,
    format: 'return',
    summary: 'Goes back to the user view from anywhere; closes a saved file.',
    action: true,
    examples: `
      return
      Return
    `,
  }),
  commit: command({
    views: configurationViews,
    format: `commit [ label <label> ] [ description <text> ]
      commit trial [ <seconds> ] [ label <label> ] [ persist <label> ]`,
    summary: 'Makes the changes typed since the last commit take effect.',
    parameters: {
      label: parameter({ kind: 'name' }, 'A name under which the commit can be found again.'),
      text: parameter(text, 'A remark about the commit.'),
      seconds: parameter(integer(60, 65535), 'After this time the changes are taken back unless committed for good.', {
        unit: 's',
      }),
    },
    action: true,
    guide: ['000 step 1.10', '001 step 1.9', '002 step 1.7', '004 step 1.3'],
    examples: `
      commit
      commit trial 600 label before-change
      commit trial 30
                   ^^ seconds: 60-65535 s
    `,
  }),
  rollback: command({
    views: everyView,
    format: `rollback configuration { to { commit-id <commit-id> | label <label> | file <file> } | last <count> }
      rollback configuration`,
    summary: 'Goes back to the configuration of an earlier commit.',
    parameters: {
      'commit-id': parameter({ kind: 'name' }, 'Number of the commit.'),
      label: parameter({ kind: 'name' }, 'Name of the commit.'),
      file: parameter({ kind: 'name' }, 'A file that holds a configuration.'),
      count: parameter(integer(1, 65535), 'How many commits back.'),
    },
    action: true,
    guide: ['CLI reference, rollback configuration'],
    examples: `
      rollback configuration last 1
      rollback configuration to commit-id 1000000010
      rollback configuration to label before-change
    `,
  }),
  exclusive: command({
    views: everyView,
    format: 'configuration exclusive [ by-user-name <user-name> ]',
    undo: 'undo configuration exclusive [ by-user-name <user-name> ]',
    summary: 'Locks the configuration: only this user can change it.',
    parameters: { 'user-name': parameter({ kind: 'name' }, 'Who has the lock.') },
    action: true,
    guide: ['CLI reference, configuration exclusive'],
    examples: `
      configuration exclusive
    `,
  }),
  abort: command({
    views: configurationViews,
    format: 'abort',
    summary: 'Drops uncommitted changes and goes back to the user view.',
    action: true,
    examples: `
      abort
    `,
  }),
  clearCandidate: command({
    views: configurationViews,
    format: 'clear configuration candidate',
    summary: 'Drops uncommitted changes.',
    action: true,
    examples: `
      clear configuration candidate
    `,
  }),
  save: command({
    views: everyView,
    format: 'save [ <file> ]\nsave configuration',
    summary: 'Writes the running configuration to the file the device starts from.',
    parameters: { file: parameter({ kind: 'name' }, 'The file to write, instead of the next start-up file.') },
    action: true,
    examples: `
      save
      save backup.cfg
    `,
  }),
});
