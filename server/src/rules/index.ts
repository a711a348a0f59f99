// Derived by `npm run update`: every rule of this folder.
import adminVrrpWithoutGroup from './admin-vrrp-without-group';
import commandOfAnotherView from './command-of-another-view';
import commitAtCleanPrompt from './commit-at-clean-prompt';
import dhcpServerDelayShortForPool from './dhcp-server-delay-short-for-pool';
import dhcpServerEnabledEverywhere from './dhcp-server-enabled-everywhere';
import dhcpServerIdentifierInSection from './dhcp-server-identifier-in-section';
import dhcpServerIdentifierMissing from './dhcp-server-identifier-missing';
import dhcpServerIdentifierNotVirtualIp from './dhcp-server-identifier-not-virtual-ip';
import dhcpServerIdentifiersDiffer from './dhcp-server-identifiers-differ';
import dhcpServerNotEnabled from './dhcp-server-not-enabled';
import dhcpServerPoolDiffers from './dhcp-server-pool-differs';
import dhcpServerPoolNotServer from './dhcp-server-pool-not-server';
import dhcpServerPoolUnbound from './dhcp-server-pool-unbound';
import dhcpv6RelayClocksDiffer from './dhcpv6-relay-clocks-differ';
import dhcpv6RelayDegradeCostMissing from './dhcpv6-relay-degrade-cost-missing';
import dhcpv6RelayDiffers from './dhcpv6-relay-differs';
import dhcpv6RelayInterfaceDiffers from './dhcpv6-relay-interface-differs';
import dhcpv6RelayMissing from './dhcpv6-relay-missing';
import dhcpv6RelayOtherMainInterface from './dhcpv6-relay-other-main-interface';
import dhcpv6RelayPdRouteOneSided from './dhcpv6-relay-pd-route-one-sided';
import dsLiteGroupUndefined from './ds-lite-group-undefined';
import dsLiteInstanceDiffers from './ds-lite-instance-differs';
import dsLiteInstanceIdDiffers from './ds-lite-instance-id-differs';
import dsLiteInstanceIdTwice from './ds-lite-instance-id-twice';
import dsLiteInstanceTwoGroups from './ds-lite-instance-two-groups';
import dsLiteInstanceUnbound from './ds-lite-instance-unbound';
import duplicateInterfaceAddress from './duplicate-interface-address';
import eTrunkNotMirrored from './e-trunk-not-mirrored';
import eTrunkPrioritiesEqual from './e-trunk-priorities-equal';
import eTrunkUndefined from './e-trunk-undefined';
import fileEncodingUnknown from './file-encoding-unknown';
import malformedLine from './malformed-line';
import mldIgnoreAssertStateMissing from './mld-ignore-assert-state-missing';
import mldIgnoreDrStateMissing from './mld-ignore-dr-state-missing';
import mldIgnoreLinesDiffer from './mld-ignore-lines-differ';
import mldPimMissing from './mld-pim-missing';
import mldRoutingMissing from './mld-routing-missing';
import mldStaticRpDiffers from './mld-static-rp-differs';
import mldStaticRpUnreachable from './mld-static-rp-unreachable';
import mldTrackTwice from './mld-track-twice';
import mldTrackVridDiffers from './mld-track-vrid-differs';
import mldTrackVrrp6Missing from './mld-track-vrrp6-missing';
import ndRouteNotTracking from './nd-route-not-tracking';
import ndRouteTrackingOneSided from './nd-route-tracking-one-sided';
import ndSettingsDiffer from './nd-settings-differ';
import peerAmbiguous from './peer-ambiguous';
import placeholderUnfilled from './placeholder-unfilled';
import poolMetricsEqual from './pool-metrics-equal';
import poolUndefined from './pool-undefined';
import promptNamesAnotherDevice from './prompt-names-another-device';
import rbpBackupIdMismatch from './rbp-backup-id-mismatch';
import rbpBackupIdReused from './rbp-backup-id-reused';
import rbpBindingUndefined from './rbp-binding-undefined';
import rbpBoundElsewhere from './rbp-bound-elsewhere';
import rbpGroupUndefined from './rbp-group-undefined';
import rbpIgmpSnoopingWithVrrp from './rbp-igmp-snooping-with-vrrp';
import rbpMissingOnPeer from './rbp-missing-on-peer';
import rbpMixedRoles from './rbp-mixed-roles';
import rbpModeMismatch from './rbp-mode-mismatch';
import rbpNamesDiffer from './rbp-names-differ';
import rbpNasIdentityDiffers from './rbp-nas-identity-differs';
import rbpRbsUndefined from './rbp-rbs-undefined';
import rbpRoleFamilyMismatch from './rbp-role-family-mismatch';
import rbpServiceTypeUnknown from './rbp-service-type-unknown';
import rbpServiceTypesDiffer from './rbp-service-types-differ';
import rbpUnbound from './rbp-unbound';
import rbpWithoutBackupId from './rbp-without-backup-id';
import rbpWithoutMode from './rbp-without-mode';
import rbpWithoutRole from './rbp-without-role';
import rbpWithoutServiceType from './rbp-without-service-type';
import rbsAddressIsVirtual from './rbs-address-is-virtual';
import rbsBatchBackupDailyType from './rbs-batch-backup-daily-type';
import rbsBatchBackupNowSaved from './rbs-batch-backup-now-saved';
import rbsBatchBackupWithoutService from './rbs-batch-backup-without-service';
import rbsFamilyMismatch from './rbs-family-mismatch';
import rbsPeerIsLocal from './rbs-peer-is-local';
import rbsPeerOnOneDevice from './rbs-peer-on-one-device';
import rbsPeerSourceNotMirrored from './rbs-peer-source-not-mirrored';
import rbsPortMismatch from './rbs-port-mismatch';
import rbsSingleLink from './rbs-single-link';
import rbsSourceInterfaceDown from './rbs-source-interface-down';
import rbsSourceIsRemote from './rbs-source-is-remote';
import rbsSourceNotLocal from './rbs-source-not-local';
import rbsSslOnOneDevice from './rbs-ssl-on-one-device';
import rbsSslPolicyUndefined from './rbs-ssl-policy-undefined';
import rbsUnused from './rbs-unused';
import rbsWithoutPeer from './rbs-without-peer';
import rbsWithoutSsl from './rbs-without-ssl';
import serviceHaHotBackupMissing from './service-ha-hot-backup-missing';
import serviceHaHotBackupOneSided from './service-ha-hot-backup-one-sided';
import serviceInstanceGroupDiffers from './service-instance-group-differs';
import serviceInstanceGroupLocationUndefined from './service-instance-group-location-undefined';
import serviceInstanceGroupRbsUndefined from './service-instance-group-rbs-undefined';
import serviceInstanceGroupUnbound from './service-instance-group-unbound';
import serviceLocationBothBackups from './service-location-both-backups';
import serviceLocationChannelOneSided from './service-location-channel-one-sided';
import serviceLocationGroupCanGoDown from './service-location-group-can-go-down';
import serviceLocationGroupNotAdmin from './service-location-group-not-admin';
import serviceLocationInterfaceWithoutVrrp from './service-location-interface-without-vrrp';
import serviceLocationKeyMissing from './service-location-key-missing';
import serviceLocationKeyOneSided from './service-location-key-one-sided';
import serviceLocationMissingOnPeer from './service-location-missing-on-peer';
import serviceLocationNoBoard from './service-location-no-board';
import serviceLocationPeerNotMirrored from './service-location-peer-not-mirrored';
import serviceLocationPreemptShort from './service-location-preempt-short';
import serviceLocationRecoverDelayMissing from './service-location-recover-delay-missing';
import serviceLocationTracksDiffer from './service-location-tracks-differ';
import serviceLocationUntracked from './service-location-untracked';
import serviceLocationVridMissing from './service-location-vrid-missing';
import serviceLocationVrrpMissing from './service-location-vrrp-missing';
import serviceLocationVrrpUndefined from './service-location-vrrp-undefined';
import suppressionUnused from './suppression-unused';
import sysnameSecond from './sysname-second';
import valueOutOfRange from './value-out-of-range';
import valueSetTwice from './value-set-twice';
import vrrpAddressOwnerHasDelayOrTrack from './vrrp-address-owner-has-delay-or-track';
import vrrpAddressOwnerInHotBackup from './vrrp-address-owner-in-hot-backup';
import vrrpAdvertiseIntervalDefault from './vrrp-advertise-interval-default';
import vrrpAdvertiseIntervalMismatch from './vrrp-advertise-interval-mismatch';
import vrrpAdvertiseIntervalTooShort from './vrrp-advertise-interval-too-short';
import vrrpFollowerHasOwnTrack from './vrrp-follower-has-own-track';
import vrrpFollowerNotMirrored from './vrrp-follower-not-mirrored';
import vrrpGroupNotCreated from './vrrp-group-not-created';
import vrrpInterfaceShutDown from './vrrp-interface-shut-down';
import vrrpLineOutsideInterface from './vrrp-line-outside-interface';
import vrrpPreemptDelayMissingOnMaster from './vrrp-preempt-delay-missing-on-master';
import vrrpPreemptDelayOnBackup from './vrrp-preempt-delay-on-backup';
import vrrpPreemptDelayShortOnMaster from './vrrp-preempt-delay-short-on-master';
import vrrpPreemptDelayTooShortDhcpServer from './vrrp-preempt-delay-too-short-dhcp-server';
import vrrpPreemptDelayTooShortDhcpv6Relay from './vrrp-preempt-delay-too-short-dhcpv6-relay';
import vrrpPreemptDisabledOnBackup from './vrrp-preempt-disabled-on-backup';
import vrrpPreemptDisabledWithDelay from './vrrp-preempt-disabled-with-delay';
import vrrpPriorityEqual from './vrrp-priority-equal';
import vrrpSubnetMismatch from './vrrp-subnet-mismatch';
import vrrpTrackOnBackupOnly from './vrrp-track-on-backup-only';
import vrrpTrackReductionTooSmall from './vrrp-track-reduction-too-small';
import vrrpTrackUndefined from './vrrp-track-undefined';
import vrrpTrackedInterfaceShutDown from './vrrp-tracked-interface-shut-down';
import vrrpTracksBackupChannel from './vrrp-tracks-backup-channel';
import vrrpUplinkNotTracked from './vrrp-uplink-not-tracked';
import vrrpVersionMismatch from './vrrp-version-mismatch';
import vrrpVirtualIpMismatch from './vrrp-virtual-ip-mismatch';
import vrrpVirtualIpOutsideSubnet from './vrrp-virtual-ip-outside-subnet';
import vrrpVridMismatch from './vrrp-vrid-mismatch';
import vrrp6AddressBeforeIpv6Enable from './vrrp6-address-before-ipv6-enable';
import vrrp6InterfaceWithoutIpv6 from './vrrp6-interface-without-ipv6';
import vrrp6LinkLocalKeywordMismatch from './vrrp6-link-local-keyword-mismatch';
import vrrp6LinkLocalNotFirst from './vrrp6-link-local-not-first';
import vrrp6NoGlobalAddress from './vrrp6-no-global-address';
import vrrp6PreemptDelayAbove3600 from './vrrp6-preempt-delay-above-3600';
import vrrp6SecondLinkLocal from './vrrp6-second-link-local';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  adminVrrpWithoutGroup,
  commandOfAnotherView,
  commitAtCleanPrompt,
  dhcpServerDelayShortForPool,
  dhcpServerEnabledEverywhere,
  dhcpServerIdentifierInSection,
  dhcpServerIdentifierMissing,
  dhcpServerIdentifierNotVirtualIp,
  dhcpServerIdentifiersDiffer,
  dhcpServerNotEnabled,
  dhcpServerPoolDiffers,
  dhcpServerPoolNotServer,
  dhcpServerPoolUnbound,
  dhcpv6RelayClocksDiffer,
  dhcpv6RelayDegradeCostMissing,
  dhcpv6RelayDiffers,
  dhcpv6RelayInterfaceDiffers,
  dhcpv6RelayMissing,
  dhcpv6RelayOtherMainInterface,
  dhcpv6RelayPdRouteOneSided,
  dsLiteGroupUndefined,
  dsLiteInstanceDiffers,
  dsLiteInstanceIdDiffers,
  dsLiteInstanceIdTwice,
  dsLiteInstanceTwoGroups,
  dsLiteInstanceUnbound,
  duplicateInterfaceAddress,
  eTrunkNotMirrored,
  eTrunkPrioritiesEqual,
  eTrunkUndefined,
  fileEncodingUnknown,
  malformedLine,
  mldIgnoreAssertStateMissing,
  mldIgnoreDrStateMissing,
  mldIgnoreLinesDiffer,
  mldPimMissing,
  mldRoutingMissing,
  mldStaticRpDiffers,
  mldStaticRpUnreachable,
  mldTrackTwice,
  mldTrackVridDiffers,
  mldTrackVrrp6Missing,
  ndRouteNotTracking,
  ndRouteTrackingOneSided,
  ndSettingsDiffer,
  peerAmbiguous,
  placeholderUnfilled,
  poolMetricsEqual,
  poolUndefined,
  promptNamesAnotherDevice,
  rbpBackupIdMismatch,
  rbpBackupIdReused,
  rbpBindingUndefined,
  rbpBoundElsewhere,
  rbpGroupUndefined,
  rbpIgmpSnoopingWithVrrp,
  rbpMissingOnPeer,
  rbpMixedRoles,
  rbpModeMismatch,
  rbpNamesDiffer,
  rbpNasIdentityDiffers,
  rbpRbsUndefined,
  rbpRoleFamilyMismatch,
  rbpServiceTypeUnknown,
  rbpServiceTypesDiffer,
  rbpUnbound,
  rbpWithoutBackupId,
  rbpWithoutMode,
  rbpWithoutRole,
  rbpWithoutServiceType,
  rbsAddressIsVirtual,
  rbsBatchBackupDailyType,
  rbsBatchBackupNowSaved,
  rbsBatchBackupWithoutService,
  rbsFamilyMismatch,
  rbsPeerIsLocal,
  rbsPeerOnOneDevice,
  rbsPeerSourceNotMirrored,
  rbsPortMismatch,
  rbsSingleLink,
  rbsSourceInterfaceDown,
  rbsSourceIsRemote,
  rbsSourceNotLocal,
  rbsSslOnOneDevice,
  rbsSslPolicyUndefined,
  rbsUnused,
  rbsWithoutPeer,
  rbsWithoutSsl,
  serviceHaHotBackupMissing,
  serviceHaHotBackupOneSided,
  serviceInstanceGroupDiffers,
  serviceInstanceGroupLocationUndefined,
  serviceInstanceGroupRbsUndefined,
  serviceInstanceGroupUnbound,
  serviceLocationBothBackups,
  serviceLocationChannelOneSided,
  serviceLocationGroupCanGoDown,
  serviceLocationGroupNotAdmin,
  serviceLocationInterfaceWithoutVrrp,
  serviceLocationKeyMissing,
  serviceLocationKeyOneSided,
  serviceLocationMissingOnPeer,
  serviceLocationNoBoard,
  serviceLocationPeerNotMirrored,
  serviceLocationPreemptShort,
  serviceLocationRecoverDelayMissing,
  serviceLocationTracksDiffer,
  serviceLocationUntracked,
  serviceLocationVridMissing,
  serviceLocationVrrpMissing,
  serviceLocationVrrpUndefined,
  suppressionUnused,
  sysnameSecond,
  valueOutOfRange,
  valueSetTwice,
  vrrpAddressOwnerHasDelayOrTrack,
  vrrpAddressOwnerInHotBackup,
  vrrpAdvertiseIntervalDefault,
  vrrpAdvertiseIntervalMismatch,
  vrrpAdvertiseIntervalTooShort,
  vrrpFollowerHasOwnTrack,
  vrrpFollowerNotMirrored,
  vrrpGroupNotCreated,
  vrrpInterfaceShutDown,
  vrrpLineOutsideInterface,
  vrrpPreemptDelayMissingOnMaster,
  vrrpPreemptDelayOnBackup,
  vrrpPreemptDelayShortOnMaster,
  vrrpPreemptDelayTooShortDhcpServer,
  vrrpPreemptDelayTooShortDhcpv6Relay,
  vrrpPreemptDisabledOnBackup,
  vrrpPreemptDisabledWithDelay,
  vrrpPriorityEqual,
  vrrpSubnetMismatch,
  vrrpTrackOnBackupOnly,
  vrrpTrackReductionTooSmall,
  vrrpTrackUndefined,
  vrrpTrackedInterfaceShutDown,
  vrrpTracksBackupChannel,
  vrrpUplinkNotTracked,
  vrrpVersionMismatch,
  vrrpVirtualIpMismatch,
  vrrpVirtualIpOutsideSubnet,
  vrrpVridMismatch,
  vrrp6AddressBeforeIpv6Enable,
  vrrp6InterfaceWithoutIpv6,
  vrrp6LinkLocalKeywordMismatch,
  vrrp6LinkLocalNotFirst,
  vrrp6NoGlobalAddress,
  vrrp6PreemptDelayAbove3600,
  vrrp6SecondLinkLocal,
];
