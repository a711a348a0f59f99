// Boards that work for the whole device and boards that work beside their slot do not back each other up.
import { pairRule } from '../../diagnostics/rule';
import { agreementRule } from '../shared/agreement';
import { exampleBoard } from '../testing/example-board';

export default pairRule({
  id: 'board-mode-differs',
  requirement: 'HB-SL-MODE',
  title: 'The service boards of the two devices run in different modes',
  severity: 'warning',
  why: 'In one mode a board serves the whole device, in the other its own slot: the backup board does not get the users of the other.',
  guide: ['sister pages of the guide'],
  ...agreementRule('board-mode-differs'),
  examples: [
    {
      title: 'Dedicated boards on one device only',
      config:
        exampleBoard('DeviceA', 1, {
          ha: `
        vsm on-board-mode disable
        #
        service-ha hot-backup enable
        #`,
        }) +
        exampleBoard('DeviceB', 2, {
          location: `
                         ^ DeviceB: the device has on-board mode enable by default, DeviceA disable
         location slot 3
         vrrp vrid 1 interface GigabitEthernet0/1/8
         remote-backup interface GigabitEthernet0/1/8 peer 10.0.8.1`,
        }) +
        `
        fixed:${exampleBoard('DeviceB', 2, {
          rest: `
        vsm on-board-mode disable
        #`,
        })}`,
    },
    {
      title: 'On both',
      config: [1, 2]
        .map((own) =>
          exampleBoard(own === 1 ? 'DeviceA' : 'DeviceB', own === 1 ? 1 : 2, {
            ha: `
        vsm on-board-mode disable
        #
        service-ha hot-backup enable
        #`,
          }),
        )
        .join(''),
    },
  ],
});
