#!/usr/bin/perl
# SPDX-License-Identifier: LGPL-2.1-or-later
# Writes a small table of MaxMind's format: make-mmdb.pl OUT [flat]

use strict;
use warnings;

eval { require MaxMind::DB::Writer::Tree; 1 } or exit 77;

my ($out, $flat) = @ARGV;
my %types = (
    country => 'map', city => 'map', names => 'map', iso_code => 'utf8_string', en => 'utf8_string',
    autonomous_system_number => 'uint32', autonomous_system_organization => 'utf8_string',
    country_code => 'utf8_string', as_name => 'utf8_string', asn => 'uint32',
);
my $tree = MaxMind::DB::Writer::Tree->new(
    ip_version => 6, record_size => 24, database_type => 'Example-City', languages => ['en'],
    description => { en => 'a small table' }, map_key_type_callback => sub { $types{$_[0]} // 'utf8_string' },
    alias_ipv6_to_ipv4 => 0, remove_reserved_networks => 0,
);
my $place = $flat
    ? { country_code => 'US', as_name => 'ColoCrossing', asn => 36352 }
    : { country => { iso_code => 'US' }, city => { names => { en => 'Buffalo' } },
        autonomous_system_number => 36352, autonomous_system_organization => 'ColoCrossing' };
$tree->insert_network('23.94.183.0/24', $place);
open my $file, '>:raw', $out or die "$out: $!";
$tree->write_tree($file);
close $file or die "$out: $!";
