// Derived by `npm run update`: every rule of the family folders, in the order of their ids.
import type { Rule } from '../diagnostics/rule';
import aclMaskForWildcard from './service-board/acl-mask-for-wildcard';
import aclOfOtherFamily from './names/acl-of-other-family';
import aclRuleOfOtherFamily from './names/acl-rule-of-other-family';
import aclUndefined from './names/acl-undefined';
import aclUserGroupUndefined from './names/acl-user-group-undefined';
import addressGroupUndefined from './names/address-group-undefined';
import adminVrrpWithoutGroup from './vrrp/admin-vrrp-without-group';
import backedUpAddressesUnannounced from './routing/backed-up-addresses-unannounced';
import backupPeerUnreachable from './routing/backup-peer-unreachable';
import basMissing from './profile/bas-missing';
import basPoolDiffers from './addressing/bas-pool-differs';
import bfdDiscriminatorTwice from './bfd/bfd-discriminator-twice';
import bfdDiscriminatorsNotCrossed from './bfd/bfd-discriminators-not-crossed';
import bfdEnabledOnOneDevice from './bfd/bfd-enabled-on-one-device';
import bfdNotEnabled from './bfd/bfd-not-enabled';
import bfdPeerIsLocal from './bfd/bfd-peer-is-local';
import bfdPeerIsNobodys from './bfd/bfd-peer-is-nobodys';
import bfdPeerOutsideLink from './bfd/bfd-peer-outside-link';
import bfdSessionIncomplete from './bfd/bfd-session-incomplete';
import bfdSessionShutDown from './bfd/bfd-session-shut-down';
import bfdSessionUndefined from './names/bfd-session-undefined';
import bfdSessionWithoutCounterpart from './bfd/bfd-session-without-counterpart';
import bfdSourceNotLocal from './bfd/bfd-source-not-local';
import bgpNeighbourDiffers from './routing/bgp-neighbour-differs';
import bgpPeerNotMirrored from './routing/bgp-peer-not-mirrored';
import boardLicenseOnOtherSlot from './service-board/board-license-on-other-slot';
import boardModeDiffers from './service-board/board-mode-differs';
import classifierAclOfOtherFamily from './names/classifier-acl-of-other-family';
import commandOfAnotherView from './file/command-of-another-view';
import commitAtCleanPrompt from './file/commit-at-clean-prompt';
import dhcpServerDelayShortForPool from './dhcp-server/dhcp-server-delay-short-for-pool';
import dhcpServerEnabledEverywhere from './dhcp-server/dhcp-server-enabled-everywhere';
import dhcpServerGatewayNotVirtualIp from './dhcp-server/dhcp-server-gateway-not-virtual-ip';
import dhcpServerGroupUndefined from './names/dhcp-server-group-undefined';
import dhcpServerIdentifierInSection from './dhcp-server/dhcp-server-identifier-in-section';
import dhcpServerIdentifierMissing from './dhcp-server/dhcp-server-identifier-missing';
import dhcpServerIdentifierNotVirtualIp from './dhcp-server/dhcp-server-identifier-not-virtual-ip';
import dhcpServerIdentifiersDiffer from './dhcp-server/dhcp-server-identifiers-differ';
import dhcpServerNotEnabled from './dhcp-server/dhcp-server-not-enabled';
import dhcpServerPoolDiffers from './dhcp-server/dhcp-server-pool-differs';
import dhcpServerPoolInOtherVpn from './dhcp-server/dhcp-server-pool-in-other-vpn';
import dhcpServerPoolNotServer from './dhcp-server/dhcp-server-pool-not-server';
import dhcpServerPoolUnbound from './dhcp-server/dhcp-server-pool-unbound';
import dhcpv6RelayAddressNotLocal from './dhcpv6-relay/dhcpv6-relay-address-not-local';
import dhcpv6RelayClocksDiffer from './dhcpv6-relay/dhcpv6-relay-clocks-differ';
import dhcpv6RelayDegradeCostMissing from './dhcpv6-relay/dhcpv6-relay-degrade-cost-missing';
import dhcpv6RelayDestinationIsLocal from './dhcpv6-relay/dhcpv6-relay-destination-is-local';
import dhcpv6RelayDiffers from './dhcpv6-relay/dhcpv6-relay-differs';
import dhcpv6RelayInterfaceDiffers from './dhcpv6-relay/dhcpv6-relay-interface-differs';
import dhcpv6RelayMissing from './dhcpv6-relay/dhcpv6-relay-missing';
import dhcpv6RelayOtherMainInterface from './dhcpv6-relay/dhcpv6-relay-other-main-interface';
import dhcpv6RelayPdRouteOneSided from './dhcpv6-relay/dhcpv6-relay-pd-route-one-sided';
import directRouteGroupUndefined from './vrrp/direct-route-group-undefined';
import dsLiteAclForOthers from './service-board/ds-lite-acl-for-others';
import dsLiteGroupUndefined from './service-board/ds-lite-group-undefined';
import dsLiteInstanceDiffers from './service-board/ds-lite-instance-differs';
import dsLiteInstanceIdDiffers from './service-board/ds-lite-instance-id-differs';
import dsLiteInstanceIdTwice from './service-board/ds-lite-instance-id-twice';
import dsLiteInstanceTwoGroups from './service-board/ds-lite-instance-two-groups';
import dsLiteInstanceUnbound from './service-board/ds-lite-instance-unbound';
import duplicateInterfaceAddress from './addressing/duplicate-interface-address';
import eTrunkForceBackupOnBoth from './e-trunk/e-trunk-force-backup-on-both';
import eTrunkForceMasterOnOneDevice from './e-trunk/e-trunk-force-master-on-one-device';
import eTrunkJoinedUndefined from './names/e-trunk-joined-undefined';
import eTrunkMemberWithoutLacp from './e-trunk/e-trunk-member-without-lacp';
import eTrunkNotMirrored from './e-trunk/e-trunk-not-mirrored';
import eTrunkNumbersDiffer from './e-trunk/e-trunk-numbers-differ';
import eTrunkOverDirectLink from './e-trunk/e-trunk-over-direct-link';
import eTrunkPeerMissing from './e-trunk/e-trunk-peer-missing';
import eTrunkPrioritiesEqual from './e-trunk/e-trunk-priorities-equal';
import eTrunkSettingsDiffer from './e-trunk/e-trunk-settings-differ';
import eTrunkUndefined from './e-trunk/e-trunk-undefined';
import ethTrunkLeastMembers from './names/eth-trunk-least-members';
import ethTrunkMemberConfigured from './names/eth-trunk-member-configured';
import ethTrunkMemberOnOneDevice from './names/eth-trunk-member-on-one-device';
import ethTrunkModeDiffers from './e-trunk/eth-trunk-mode-differs';
import ethTrunkUndefined from './names/eth-trunk-undefined';
import ethTrunkWithoutMember from './names/eth-trunk-without-member';
import fileEncodingUnknown from './file/file-encoding-unknown';
import igpNeighboursDiffer from './routing/igp-neighbours-differ';
import igpProcessIdle from './routing/igp-process-idle';
import igpProcessOfOtherVpn from './routing/igp-process-of-other-vpn';
import igpProcessUndefined from './names/igp-process-undefined';
import instanceAclDenies from './service-board/instance-acl-denies';
import instanceAclDiffers from './service-board/instance-acl-differs';
import instanceAclEmpty from './service-board/instance-acl-empty';
import instanceAclMissesPool from './service-board/instance-acl-misses-pool';
import instanceIncomplete from './service-board/instance-incomplete';
import instancePolicyNotInbound from './service-board/instance-policy-not-inbound';
import instancePolicyOnOneDevice from './service-board/instance-policy-on-one-device';
import instanceUsersOfOtherAcl from './service-board/instance-users-of-other-acl';
import interfaceAddressCleared from './addressing/interface-address-cleared';
import interfaceAddressImpossible from './addressing/interface-address-impossible';
import interfaceAddressIsNetwork from './addressing/interface-address-is-network';
import interfaceAddressOnOneDevice from './addressing/interface-address-on-one-device';
import interfaceAddressReplaced from './addressing/interface-address-replaced';
import interfaceMistaken from './names/interface-mistaken';
import interfaceNetworksOverlap from './addressing/interface-networks-overlap';
import interfaceUndefined from './names/interface-undefined';
import ipv6AddressWithoutEnable from './addressing/ipv6-address-without-enable';
import isisIpv6NotEnabled from './routing/isis-ipv6-not-enabled';
import isisSystemIdCopied from './routing/isis-system-id-copied';
import isisSystemIdsDiffer from './routing/isis-system-ids-differ';
import isisWithoutNetworkEntity from './routing/isis-without-network-entity';
import l2tpBaseIdEqual from './profile/l2tp-base-id-equal';
import l2tpGroupWithoutLns from './login/l2tp-group-without-lns';
import l2tpHelloChanged from './login/l2tp-hello-changed';
import l2tpNotEnabled from './login/l2tp-not-enabled';
import l2tpSourceWithoutL2tp from './login/l2tp-source-without-l2tp';
import l2tpTunnelSource from './login/l2tp-tunnel-source';
import l2tpWithoutBras from './login/l2tp-without-bras';
import linkLdpDiffers from './routing/link-ldp-differs';
import linkLocalCopied from './addressing/link-local-copied';
import linkMaskDiffers from './channel/link-mask-differs';
import linkMtuDiffers from './channel/link-mtu-differs';
import loginBackupDiffers from './login/login-backup-differs';
import loginGroupIgnoresBoard from './login/login-group-ignores-board';
import malformedLine from './file/malformed-line';
import mldIgnoreAssertStateMissing from './multicast/mld-ignore-assert-state-missing';
import mldIgnoreDrStateMissing from './multicast/mld-ignore-dr-state-missing';
import mldIgnoreLinesDiffer from './multicast/mld-ignore-lines-differ';
import mldPimMissing from './multicast/mld-pim-missing';
import mldRoutingMissing from './multicast/mld-routing-missing';
import mldStaticRpDiffers from './multicast/mld-static-rp-differs';
import mldStaticRpUnreachable from './multicast/mld-static-rp-unreachable';
import mldTrackTwice from './multicast/mld-track-twice';
import mldTrackVridDiffers from './multicast/mld-track-vrid-differs';
import mldTrackVrrp6Missing from './multicast/mld-track-vrrp6-missing';
import monitorGroupUndefined from './names/monitor-group-undefined';
import mplsLdpWithoutMpls from './routing/mpls-ldp-without-mpls';
import mplsLsrIdCopied from './routing/mpls-lsr-id-copied';
import mplsLsrIdIsNobodys from './routing/mpls-lsr-id-is-nobodys';
import multicastLeaderNotAdmin from './multicast/multicast-leader-not-admin';
import multicastSettingsDiffer from './multicast/multicast-settings-differ';
import nameUndefined from './names/name-undefined';
import natInstanceUndefined from './names/nat-instance-undefined';
import natRangeReversed from './service-board/nat-range-reversed';
import natRangesOverlap from './service-board/nat-ranges-overlap';
import ndAdvertisementsHalted from './nd/nd-advertisements-halted';
import ndPreferredAboveValid from './nd/nd-preferred-above-valid';
import ndPrefixNotOfInterface from './nd/nd-prefix-not-of-interface';
import ndRouteNotTracking from './nd/nd-route-not-tracking';
import ndRouteTrackingOneSided from './nd/nd-route-tracking-one-sided';
import ndSettingsDiffer from './nd/nd-settings-differ';
import nextHopIsLocal from './routing/next-hop-is-local';
import nextHopIsNobodys from './routing/next-hop-is-nobodys';
import nullRouteMissesPublicAddresses from './service-board/null-route-misses-public-addresses';
import ospfNetworkOfPeer from './routing/ospf-network-of-peer';
import ospfv3WithoutRouterId from './routing/ospfv3-without-router-id';
import peerAmbiguous from './file/peer-ambiguous';
import peerNotPaired from './file/peer-not-paired';
import placeholderUnfilled from './file/placeholder-unfilled';
import policyAclUndefined from './names/policy-acl-undefined';
import poolCostFavoursBackup from './addressing/pool-cost-favours-backup';
import poolDelegatesMoreThanItHas from './addressing/pool-delegates-more-than-it-has';
import poolExclusionOutside from './addressing/pool-exclusion-outside';
import poolMetricsEqual from './addressing/pool-metrics-equal';
import poolOnOneDevice from './login/pool-on-one-device';
import poolOptionsDiffer from './addressing/pool-options-differ';
import poolOwnedTwice from './addressing/pool-owned-twice';
import poolOwnerUnclear from './addressing/pool-owner-unclear';
import poolRuiSlaveOnBoth from './addressing/pool-rui-slave-on-both';
import poolRuiSlaveUnshared from './addressing/pool-rui-slave-unshared';
import poolSectionHoldsRouterAddress from './addressing/pool-section-holds-router-address';
import poolSectionOutsideNetwork from './addressing/pool-section-outside-network';
import poolSectionReversed from './addressing/pool-section-reversed';
import poolSectionsOverlap from './addressing/pool-sections-overlap';
import poolSharedOnOneDevice from './addressing/pool-shared-on-one-device';
import poolUndefined from './addressing/pool-undefined';
import poolWithoutAddresses from './addressing/pool-without-addresses';
import pppUsersWithoutTemplate from './profile/ppp-users-without-template';
import pppoeSessionRangesOverlap from './login/pppoe-session-ranges-overlap';
import prefixPoolsOverlap from './addressing/prefix-pools-overlap';
import promptNamesAnotherDevice from './file/prompt-names-another-device';
import protectLinkShutDown from './login/protect-link-shut-down';
import protectLspWithoutLdp from './login/protect-lsp-without-ldp';
import protectTargetIsLocal from './login/protect-target-is-local';
import protectTargetIsNobodys from './login/protect-target-is-nobodys';
import protectTargetOutsideLink from './login/protect-target-outside-link';
import radiusGroupWithoutServer from './login/radius-group-without-server';
import rangeReversed from './file/range-reversed';
import rbpBackupIdMismatch from './profile/rbp-backup-id-mismatch';
import rbpBackupIdReused from './profile/rbp-backup-id-reused';
import rbpBindingNotMirrored from './profile/rbp-binding-not-mirrored';
import rbpBindingUndefined from './profile/rbp-binding-undefined';
import rbpBoundElsewhere from './profile/rbp-bound-elsewhere';
import rbpBoundOnOneDevice from './profile/rbp-bound-on-one-device';
import rbpGroupDiffers from './profile/rbp-group-differs';
import rbpGroupUndefined from './profile/rbp-group-undefined';
import rbpIgmpSnoopingWithVrrp from './profile/rbp-igmp-snooping-with-vrrp';
import rbpInterfaceShutDown from './profile/rbp-interface-shut-down';
import rbpMissingOnPeer from './profile/rbp-missing-on-peer';
import rbpMixedRoles from './profile/rbp-mixed-roles';
import rbpModeMismatch from './profile/rbp-mode-mismatch';
import rbpNamesDiffer from './profile/rbp-names-differ';
import rbpNasIdentityDiffers from './profile/rbp-nas-identity-differs';
import rbpOddEvenCrossed from './profile/rbp-odd-even-crossed';
import rbpOddEvenIncomplete from './profile/rbp-odd-even-incomplete';
import rbpRbsUndefined from './profile/rbp-rbs-undefined';
import rbpRoleFamilyMismatch from './profile/rbp-role-family-mismatch';
import rbpServiceTypeUnknown from './profile/rbp-service-type-unknown';
import rbpServiceTypesDiffer from './profile/rbp-service-types-differ';
import rbpServiceWithoutFamily from './profile/rbp-service-without-family';
import rbpUnbound from './profile/rbp-unbound';
import rbpVirtualModeUnsuitable from './profile/rbp-virtual-mode-unsuitable';
import rbpWithoutBackupId from './profile/rbp-without-backup-id';
import rbpWithoutMode from './profile/rbp-without-mode';
import rbpWithoutRole from './profile/rbp-without-role';
import rbpWithoutServiceType from './profile/rbp-without-service-type';
import rbsAddressIsVirtual from './channel/rbs-address-is-virtual';
import rbsBatchBackupDailyType from './channel/rbs-batch-backup-daily-type';
import rbsBatchBackupNowSaved from './channel/rbs-batch-backup-now-saved';
import rbsBatchBackupWithoutService from './channel/rbs-batch-backup-without-service';
import rbsChannelTwice from './channel/rbs-channel-twice';
import rbsFamilyMismatch from './channel/rbs-family-mismatch';
import rbsPeerIsLocal from './channel/rbs-peer-is-local';
import rbsPeerOnOneDevice from './channel/rbs-peer-on-one-device';
import rbsPeerSourceNotMirrored from './channel/rbs-peer-source-not-mirrored';
import rbsPortMismatch from './channel/rbs-port-mismatch';
import rbsShutDown from './channel/rbs-shut-down';
import rbsSingleLink from './channel/rbs-single-link';
import rbsSourceInterfaceDown from './channel/rbs-source-interface-down';
import rbsSourceIsRemote from './channel/rbs-source-is-remote';
import rbsSourceNotLocal from './channel/rbs-source-not-local';
import rbsSslCertificateOnOneDevice from './channel/rbs-ssl-certificate-on-one-device';
import rbsSslOnOneDevice from './channel/rbs-ssl-on-one-device';
import rbsSslPolicyUndefined from './channel/rbs-ssl-policy-undefined';
import rbsTrackShutDown from './channel/rbs-track-shut-down';
import rbsTracksGroupAndInterface from './channel/rbs-tracks-group-and-interface';
import rbsUnused from './channel/rbs-unused';
import rbsVpnInstanceDiffers from './channel/rbs-vpn-instance-differs';
import rbsWithoutPeer from './channel/rbs-without-peer';
import rbsWithoutSsl from './channel/rbs-without-ssl';
import routeCostNotInherited from './login/route-cost-not-inherited';
import routePolicyUndefined from './names/route-policy-undefined';
import routerIdCopied from './routing/router-id-copied';
import serviceHaHotBackupMissing from './service-board/service-ha-hot-backup-missing';
import serviceHaHotBackupOneSided from './service-board/service-ha-hot-backup-one-sided';
import serviceInstanceGroupDiffers from './service-board/service-instance-group-differs';
import serviceInstanceGroupLocationUndefined from './service-board/service-instance-group-location-undefined';
import serviceInstanceGroupOneVrrpGroup from './service-board/service-instance-group-one-vrrp-group';
import serviceInstanceGroupRbsUndefined from './service-board/service-instance-group-rbs-undefined';
import serviceInstanceGroupUnbound from './service-board/service-instance-group-unbound';
import serviceInstanceGroupWithoutRbs from './service-board/service-instance-group-without-rbs';
import serviceLocationBothBackups from './service-board/service-location-both-backups';
import serviceLocationChannelDiffers from './service-board/service-location-channel-differs';
import serviceLocationChannelOneSided from './service-board/service-location-channel-one-sided';
import serviceLocationGroupCanGoDown from './service-board/service-location-group-can-go-down';
import serviceLocationGroupDiffers from './service-board/service-location-group-differs';
import serviceLocationGroupNotAdmin from './service-board/service-location-group-not-admin';
import serviceLocationGroupTracksLess from './service-board/service-location-group-tracks-less';
import serviceLocationInterfaceWithoutVrrp from './service-board/service-location-interface-without-vrrp';
import serviceLocationKeyMissing from './service-board/service-location-key-missing';
import serviceLocationKeyOneSided from './service-board/service-location-key-one-sided';
import serviceLocationLinkDown from './service-board/service-location-link-down';
import serviceLocationMasterElsewhere from './service-board/service-location-master-elsewhere';
import serviceLocationMissingOnPeer from './service-board/service-location-missing-on-peer';
import serviceLocationNoBoard from './service-board/service-location-no-board';
import serviceLocationPeerNotMirrored from './service-board/service-location-peer-not-mirrored';
import serviceLocationPeerOutsideNetwork from './service-board/service-location-peer-outside-network';
import serviceLocationPreemptShort from './service-board/service-location-preempt-short';
import serviceLocationRecoverDelayMissing from './service-board/service-location-recover-delay-missing';
import serviceLocationTracksDiffer from './service-board/service-location-tracks-differ';
import serviceLocationUntracked from './service-board/service-location-untracked';
import serviceLocationVridMissing from './service-board/service-location-vrid-missing';
import serviceLocationVrrpMissing from './service-board/service-location-vrrp-missing';
import serviceLocationVrrpUndefined from './service-board/service-location-vrrp-undefined';
import serviceLocationWithoutChannel from './service-board/service-location-without-channel';
import sharedPoolWithoutProtection from './login/shared-pool-without-protection';
import snoopingOff from './multicast/snooping-off';
import snoopingReportNotForwarded from './multicast/snooping-report-not-forwarded';
import snoopingSettingsDiffer from './multicast/snooping-settings-differ';
import staticRouteTagDiffers from './login/static-route-tag-differs';
import staticRpServesNone from './multicast/static-rp-serves-none';
import streamRecoverDelayShort from './login/stream-recover-delay-short';
import subinterfaceWithoutVlan from './addressing/subinterface-without-vlan';
import suppressionUnused from './file/suppression-unused';
import sysnameCopied from './file/sysname-copied';
import sysnameSecond from './file/sysname-second';
import trafficPolicyEmpty from './names/traffic-policy-empty';
import trafficPolicyNameUndefined from './names/traffic-policy-name-undefined';
import trafficPolicyOnOneDevice from './profile/traffic-policy-on-one-device';
import trafficTreatmentDiffers from './profile/traffic-treatment-differs';
import tunnelPolicyUndefined from './names/tunnel-policy-undefined';
import uplinkIgpOnOneDevice from './routing/uplink-igp-on-one-device';
import userAccessDiffers from './profile/user-access-differs';
import userAccessNameOnOneDevice from './names/user-access-name-on-one-device';
import userAccessNameUndefined from './names/user-access-name-undefined';
import userLoginDiffers from './profile/user-login-differs';
import usersNetworkUnannounced from './routing/users-network-unannounced';
import valueOutOfRange from './file/value-out-of-range';
import valueSetTwice from './file/value-set-twice';
import vlanOnTwoSubinterfaces from './addressing/vlan-on-two-subinterfaces';
import vlanifWithoutVlan from './addressing/vlanif-without-vlan';
import vpnInstanceDiffers from './vrrp/vpn-instance-differs';
import vpnInstanceUndefined from './names/vpn-instance-undefined';
import vpnInstanceWithoutFamily from './names/vpn-instance-without-family';
import vpnRoutesDiffer from './routing/vpn-routes-differ';
import vpnTargetsDiffer from './routing/vpn-targets-differ';
import vrrpAddressOnOneDevice from './vrrp/vrrp-address-on-one-device';
import vrrpAddressOwnerHasDelayOrTrack from './vrrp/vrrp-address-owner-has-delay-or-track';
import vrrpAddressOwnerInHotBackup from './vrrp/vrrp-address-owner-in-hot-backup';
import vrrpAdvertiseIntervalDefault from './vrrp/vrrp-advertise-interval-default';
import vrrpAdvertiseIntervalMismatch from './vrrp/vrrp-advertise-interval-mismatch';
import vrrpAdvertiseIntervalTooLong from './vrrp/vrrp-advertise-interval-too-long';
import vrrpAdvertiseIntervalTooShort from './vrrp/vrrp-advertise-interval-too-short';
import vrrpAuthenticationDiffers from './vrrp/vrrp-authentication-differs';
import vrrpFlowdownDiffers from './vrrp/vrrp-flowdown-differs';
import vrrpFollowerHasOwnTrack from './vrrp/vrrp-follower-has-own-track';
import vrrpFollowerNotMirrored from './vrrp/vrrp-follower-not-mirrored';
import vrrpGroupNotCreated from './vrrp/vrrp-group-not-created';
import vrrpInterfaceShutDown from './vrrp/vrrp-interface-shut-down';
import vrrpInterfaceWithoutAddress from './vrrp/vrrp-interface-without-address';
import vrrpLeaderNotAdmin from './vrrp/vrrp-leader-not-admin';
import vrrpLineOutsideInterface from './vrrp/vrrp-line-outside-interface';
import vrrpLinkSessionWatchesPeer from './vrrp/vrrp-link-session-watches-peer';
import vrrpPreemptDelayMissingOnMaster from './vrrp/vrrp-preempt-delay-missing-on-master';
import vrrpPreemptDelayOnBackup from './vrrp/vrrp-preempt-delay-on-backup';
import vrrpPreemptDelayShortOnMaster from './vrrp/vrrp-preempt-delay-short-on-master';
import vrrpPreemptDelayTooShortDhcpServer from './vrrp/vrrp-preempt-delay-too-short-dhcp-server';
import vrrpPreemptDelayTooShortDhcpv6Relay from './vrrp/vrrp-preempt-delay-too-short-dhcpv6-relay';
import vrrpPreemptDisabledOnBackup from './vrrp/vrrp-preempt-disabled-on-backup';
import vrrpPreemptDisabledWithDelay from './vrrp/vrrp-preempt-disabled-with-delay';
import vrrpPriorityEqual from './vrrp/vrrp-priority-equal';
import vrrpSubnetMismatch from './vrrp/vrrp-subnet-mismatch';
import vrrpTrackIpv6WithoutIpv6 from './vrrp/vrrp-track-ipv6-without-ipv6';
import vrrpTrackOnBackupOnly from './vrrp/vrrp-track-on-backup-only';
import vrrpTrackRaisesMaster from './vrrp/vrrp-track-raises-master';
import vrrpTrackReductionTooSmall from './vrrp/vrrp-track-reduction-too-small';
import vrrpTrackUndefined from './vrrp/vrrp-track-undefined';
import vrrpTrackedInterfaceShutDown from './vrrp/vrrp-tracked-interface-shut-down';
import vrrpTracksBackupChannel from './vrrp/vrrp-tracks-backup-channel';
import vrrpTracksOwnPort from './vrrp/vrrp-tracks-own-port';
import vrrpUplinkNotTracked from './vrrp/vrrp-uplink-not-tracked';
import vrrpVersionMismatch from './vrrp/vrrp-version-mismatch';
import vrrpVirtualIpIsNetwork from './vrrp/vrrp-virtual-ip-is-network';
import vrrpVirtualIpMismatch from './vrrp/vrrp-virtual-ip-mismatch';
import vrrpVirtualIpOutsideSubnet from './vrrp/vrrp-virtual-ip-outside-subnet';
import vrrpVlanDiffers from './vrrp/vrrp-vlan-differs';
import vrrpVridMismatch from './vrrp/vrrp-vrid-mismatch';
import vrrp6AddressBeforeIpv6Enable from './vrrp/vrrp6-address-before-ipv6-enable';
import vrrp6InterfaceWithoutIpv6 from './vrrp/vrrp6-interface-without-ipv6';
import vrrp6LinkLocalKeywordMismatch from './vrrp/vrrp6-link-local-keyword-mismatch';
import vrrp6LinkLocalNotFirst from './vrrp/vrrp6-link-local-not-first';
import vrrp6NoGlobalAddress from './vrrp/vrrp6-no-global-address';
import vrrp6PreemptDelayAbove3600 from './vrrp/vrrp6-preempt-delay-above-3600';
import vrrp6SecondLinkLocal from './vrrp/vrrp6-second-link-local';
import vsiIncomplete from './multicast/vsi-incomplete';
import vsiUndefined from './names/vsi-undefined';
import vsiWithoutLdp from './multicast/vsi-without-ldp';

/** All of them; no two have one id. */
export const rules: readonly Rule[] = [
  aclMaskForWildcard,
  aclOfOtherFamily,
  aclRuleOfOtherFamily,
  aclUndefined,
  aclUserGroupUndefined,
  addressGroupUndefined,
  adminVrrpWithoutGroup,
  backedUpAddressesUnannounced,
  backupPeerUnreachable,
  basMissing,
  basPoolDiffers,
  bfdDiscriminatorTwice,
  bfdDiscriminatorsNotCrossed,
  bfdEnabledOnOneDevice,
  bfdNotEnabled,
  bfdPeerIsLocal,
  bfdPeerIsNobodys,
  bfdPeerOutsideLink,
  bfdSessionIncomplete,
  bfdSessionShutDown,
  bfdSessionUndefined,
  bfdSessionWithoutCounterpart,
  bfdSourceNotLocal,
  bgpNeighbourDiffers,
  bgpPeerNotMirrored,
  boardLicenseOnOtherSlot,
  boardModeDiffers,
  classifierAclOfOtherFamily,
  commandOfAnotherView,
  commitAtCleanPrompt,
  dhcpServerDelayShortForPool,
  dhcpServerEnabledEverywhere,
  dhcpServerGatewayNotVirtualIp,
  dhcpServerGroupUndefined,
  dhcpServerIdentifierInSection,
  dhcpServerIdentifierMissing,
  dhcpServerIdentifierNotVirtualIp,
  dhcpServerIdentifiersDiffer,
  dhcpServerNotEnabled,
  dhcpServerPoolDiffers,
  dhcpServerPoolInOtherVpn,
  dhcpServerPoolNotServer,
  dhcpServerPoolUnbound,
  dhcpv6RelayAddressNotLocal,
  dhcpv6RelayClocksDiffer,
  dhcpv6RelayDegradeCostMissing,
  dhcpv6RelayDestinationIsLocal,
  dhcpv6RelayDiffers,
  dhcpv6RelayInterfaceDiffers,
  dhcpv6RelayMissing,
  dhcpv6RelayOtherMainInterface,
  dhcpv6RelayPdRouteOneSided,
  directRouteGroupUndefined,
  dsLiteAclForOthers,
  dsLiteGroupUndefined,
  dsLiteInstanceDiffers,
  dsLiteInstanceIdDiffers,
  dsLiteInstanceIdTwice,
  dsLiteInstanceTwoGroups,
  dsLiteInstanceUnbound,
  duplicateInterfaceAddress,
  eTrunkForceBackupOnBoth,
  eTrunkForceMasterOnOneDevice,
  eTrunkJoinedUndefined,
  eTrunkMemberWithoutLacp,
  eTrunkNotMirrored,
  eTrunkNumbersDiffer,
  eTrunkOverDirectLink,
  eTrunkPeerMissing,
  eTrunkPrioritiesEqual,
  eTrunkSettingsDiffer,
  eTrunkUndefined,
  ethTrunkLeastMembers,
  ethTrunkMemberConfigured,
  ethTrunkMemberOnOneDevice,
  ethTrunkModeDiffers,
  ethTrunkUndefined,
  ethTrunkWithoutMember,
  fileEncodingUnknown,
  igpNeighboursDiffer,
  igpProcessIdle,
  igpProcessOfOtherVpn,
  igpProcessUndefined,
  instanceAclDenies,
  instanceAclDiffers,
  instanceAclEmpty,
  instanceAclMissesPool,
  instanceIncomplete,
  instancePolicyNotInbound,
  instancePolicyOnOneDevice,
  instanceUsersOfOtherAcl,
  interfaceAddressCleared,
  interfaceAddressImpossible,
  interfaceAddressIsNetwork,
  interfaceAddressOnOneDevice,
  interfaceAddressReplaced,
  interfaceMistaken,
  interfaceNetworksOverlap,
  interfaceUndefined,
  ipv6AddressWithoutEnable,
  isisIpv6NotEnabled,
  isisSystemIdCopied,
  isisSystemIdsDiffer,
  isisWithoutNetworkEntity,
  l2tpBaseIdEqual,
  l2tpGroupWithoutLns,
  l2tpHelloChanged,
  l2tpNotEnabled,
  l2tpSourceWithoutL2tp,
  l2tpTunnelSource,
  l2tpWithoutBras,
  linkLdpDiffers,
  linkLocalCopied,
  linkMaskDiffers,
  linkMtuDiffers,
  loginBackupDiffers,
  loginGroupIgnoresBoard,
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
  monitorGroupUndefined,
  mplsLdpWithoutMpls,
  mplsLsrIdCopied,
  mplsLsrIdIsNobodys,
  multicastLeaderNotAdmin,
  multicastSettingsDiffer,
  nameUndefined,
  natInstanceUndefined,
  natRangeReversed,
  natRangesOverlap,
  ndAdvertisementsHalted,
  ndPreferredAboveValid,
  ndPrefixNotOfInterface,
  ndRouteNotTracking,
  ndRouteTrackingOneSided,
  ndSettingsDiffer,
  nextHopIsLocal,
  nextHopIsNobodys,
  nullRouteMissesPublicAddresses,
  ospfNetworkOfPeer,
  ospfv3WithoutRouterId,
  peerAmbiguous,
  peerNotPaired,
  placeholderUnfilled,
  policyAclUndefined,
  poolCostFavoursBackup,
  poolDelegatesMoreThanItHas,
  poolExclusionOutside,
  poolMetricsEqual,
  poolOnOneDevice,
  poolOptionsDiffer,
  poolOwnedTwice,
  poolOwnerUnclear,
  poolRuiSlaveOnBoth,
  poolRuiSlaveUnshared,
  poolSectionHoldsRouterAddress,
  poolSectionOutsideNetwork,
  poolSectionReversed,
  poolSectionsOverlap,
  poolSharedOnOneDevice,
  poolUndefined,
  poolWithoutAddresses,
  pppUsersWithoutTemplate,
  pppoeSessionRangesOverlap,
  prefixPoolsOverlap,
  promptNamesAnotherDevice,
  protectLinkShutDown,
  protectLspWithoutLdp,
  protectTargetIsLocal,
  protectTargetIsNobodys,
  protectTargetOutsideLink,
  radiusGroupWithoutServer,
  rangeReversed,
  rbpBackupIdMismatch,
  rbpBackupIdReused,
  rbpBindingNotMirrored,
  rbpBindingUndefined,
  rbpBoundElsewhere,
  rbpBoundOnOneDevice,
  rbpGroupDiffers,
  rbpGroupUndefined,
  rbpIgmpSnoopingWithVrrp,
  rbpInterfaceShutDown,
  rbpMissingOnPeer,
  rbpMixedRoles,
  rbpModeMismatch,
  rbpNamesDiffer,
  rbpNasIdentityDiffers,
  rbpOddEvenCrossed,
  rbpOddEvenIncomplete,
  rbpRbsUndefined,
  rbpRoleFamilyMismatch,
  rbpServiceTypeUnknown,
  rbpServiceTypesDiffer,
  rbpServiceWithoutFamily,
  rbpUnbound,
  rbpVirtualModeUnsuitable,
  rbpWithoutBackupId,
  rbpWithoutMode,
  rbpWithoutRole,
  rbpWithoutServiceType,
  rbsAddressIsVirtual,
  rbsBatchBackupDailyType,
  rbsBatchBackupNowSaved,
  rbsBatchBackupWithoutService,
  rbsChannelTwice,
  rbsFamilyMismatch,
  rbsPeerIsLocal,
  rbsPeerOnOneDevice,
  rbsPeerSourceNotMirrored,
  rbsPortMismatch,
  rbsShutDown,
  rbsSingleLink,
  rbsSourceInterfaceDown,
  rbsSourceIsRemote,
  rbsSourceNotLocal,
  rbsSslCertificateOnOneDevice,
  rbsSslOnOneDevice,
  rbsSslPolicyUndefined,
  rbsTrackShutDown,
  rbsTracksGroupAndInterface,
  rbsUnused,
  rbsVpnInstanceDiffers,
  rbsWithoutPeer,
  rbsWithoutSsl,
  routeCostNotInherited,
  routePolicyUndefined,
  routerIdCopied,
  serviceHaHotBackupMissing,
  serviceHaHotBackupOneSided,
  serviceInstanceGroupDiffers,
  serviceInstanceGroupLocationUndefined,
  serviceInstanceGroupOneVrrpGroup,
  serviceInstanceGroupRbsUndefined,
  serviceInstanceGroupUnbound,
  serviceInstanceGroupWithoutRbs,
  serviceLocationBothBackups,
  serviceLocationChannelDiffers,
  serviceLocationChannelOneSided,
  serviceLocationGroupCanGoDown,
  serviceLocationGroupDiffers,
  serviceLocationGroupNotAdmin,
  serviceLocationGroupTracksLess,
  serviceLocationInterfaceWithoutVrrp,
  serviceLocationKeyMissing,
  serviceLocationKeyOneSided,
  serviceLocationLinkDown,
  serviceLocationMasterElsewhere,
  serviceLocationMissingOnPeer,
  serviceLocationNoBoard,
  serviceLocationPeerNotMirrored,
  serviceLocationPeerOutsideNetwork,
  serviceLocationPreemptShort,
  serviceLocationRecoverDelayMissing,
  serviceLocationTracksDiffer,
  serviceLocationUntracked,
  serviceLocationVridMissing,
  serviceLocationVrrpMissing,
  serviceLocationVrrpUndefined,
  serviceLocationWithoutChannel,
  sharedPoolWithoutProtection,
  snoopingOff,
  snoopingReportNotForwarded,
  snoopingSettingsDiffer,
  staticRouteTagDiffers,
  staticRpServesNone,
  streamRecoverDelayShort,
  subinterfaceWithoutVlan,
  suppressionUnused,
  sysnameCopied,
  sysnameSecond,
  trafficPolicyEmpty,
  trafficPolicyNameUndefined,
  trafficPolicyOnOneDevice,
  trafficTreatmentDiffers,
  tunnelPolicyUndefined,
  uplinkIgpOnOneDevice,
  userAccessDiffers,
  userAccessNameOnOneDevice,
  userAccessNameUndefined,
  userLoginDiffers,
  usersNetworkUnannounced,
  valueOutOfRange,
  valueSetTwice,
  vlanOnTwoSubinterfaces,
  vlanifWithoutVlan,
  vpnInstanceDiffers,
  vpnInstanceUndefined,
  vpnInstanceWithoutFamily,
  vpnRoutesDiffer,
  vpnTargetsDiffer,
  vrrpAddressOnOneDevice,
  vrrpAddressOwnerHasDelayOrTrack,
  vrrpAddressOwnerInHotBackup,
  vrrpAdvertiseIntervalDefault,
  vrrpAdvertiseIntervalMismatch,
  vrrpAdvertiseIntervalTooLong,
  vrrpAdvertiseIntervalTooShort,
  vrrpAuthenticationDiffers,
  vrrpFlowdownDiffers,
  vrrpFollowerHasOwnTrack,
  vrrpFollowerNotMirrored,
  vrrpGroupNotCreated,
  vrrpInterfaceShutDown,
  vrrpInterfaceWithoutAddress,
  vrrpLeaderNotAdmin,
  vrrpLineOutsideInterface,
  vrrpLinkSessionWatchesPeer,
  vrrpPreemptDelayMissingOnMaster,
  vrrpPreemptDelayOnBackup,
  vrrpPreemptDelayShortOnMaster,
  vrrpPreemptDelayTooShortDhcpServer,
  vrrpPreemptDelayTooShortDhcpv6Relay,
  vrrpPreemptDisabledOnBackup,
  vrrpPreemptDisabledWithDelay,
  vrrpPriorityEqual,
  vrrpSubnetMismatch,
  vrrpTrackIpv6WithoutIpv6,
  vrrpTrackOnBackupOnly,
  vrrpTrackRaisesMaster,
  vrrpTrackReductionTooSmall,
  vrrpTrackUndefined,
  vrrpTrackedInterfaceShutDown,
  vrrpTracksBackupChannel,
  vrrpTracksOwnPort,
  vrrpUplinkNotTracked,
  vrrpVersionMismatch,
  vrrpVirtualIpIsNetwork,
  vrrpVirtualIpMismatch,
  vrrpVirtualIpOutsideSubnet,
  vrrpVlanDiffers,
  vrrpVridMismatch,
  vrrp6AddressBeforeIpv6Enable,
  vrrp6InterfaceWithoutIpv6,
  vrrp6LinkLocalKeywordMismatch,
  vrrp6LinkLocalNotFirst,
  vrrp6NoGlobalAddress,
  vrrp6PreemptDelayAbove3600,
  vrrp6SecondLinkLocal,
  vsiIncomplete,
  vsiUndefined,
  vsiWithoutLdp,
];
