; What a file defines and where it is used: the device, its interfaces, and what others refer to by a name. The text of a line
; begins with the line end before it; in column 0 the command follows at once, indented the same words refer to what is defined so.

((line . (word) . (_) @name) @definition.module
  (#match? @definition.module "^[\r\n]*sysname "))

((line . (word) . (interface) @name) @definition.interface
  (#match? @definition.interface "^[\r\n]*interface "))

((line . (word) . (_) @name) @definition.class
  (#match? @definition.class "^[\r\n]*(remote-backup-service|remote-backup-profile|service-instance-group|service-location|e-trunk|domain) "))
((line . (word) . (word) . (_) @name) @definition.class
  (#match? @definition.class "^[\r\n]*(ip vpn-instance|ip pool|ipv6 pool|ipv6 prefix) "))

((line . (word) . (_) @name) @reference.class
  (#match? @reference.class "^[\r\n]+ +(remote-backup-service|remote-backup-profile|service-instance-group|service-location|domain) "))
((line . (word) . (number) . (word) . (_) @name) @reference.class
  (#match? @reference.class "^[\r\n]+ +backup-id [0-9]+ remote-backup-service "))
((line . (word) . (word) . (word) . (_) @name) @reference.class
  (#match? @reference.class "^[\r\n]+ +ip binding vpn-instance "))
