# SPDX-License-Identifier: LGPL-2.1-or-later
"""A brand's name of only common words also occurs in honest mail about other things: "View card" is a button's text. It
must be a bare name, or have been reviewed: names below are written like this only for the brand. One that is a person's
name must be a bare name, too: Anna Kroger does not write as a shop."""

import configparser
import re
import sys

REVIEWED = """
    ally bank; apple account; apple id; apple music; apple pay; apple store; bath and body works; boots advantage
    card; boots pharmacy; capital one; charter communications; charter spectrum; chase bank; chase fraud; chase
    support; creative cloud; delta air lines; discover bank; discover card; discover financial; dollar general; epic
    games; hello fresh; internal revenue service; international card services; liberty mutual; line pay; notion
    labs; orange bank; orient corporation; ray-ban; regions bank; royal mail; royal mail group; shell energy; sky
    ticket; so-net; social security administration; spectrum mobile; square cash; standard bank; steam community;
    steam guard; steam support; sunrise communications; target corporation; target gift card; trust wallet; united
    states postal service; ups delivery; ups express; ups my choice; ups package; ups tracking; us postal service;
    virgin media; virgin mobile; wallet connect; western union; whole foods market; wise payments; zoom meeting;
    zoom meetings; zoom phone; zoom video communications
"""
RARE = {'absa', 'dunkin'}  # as names of people


def read_words(path):
    with open(path, encoding='utf-8') as file:
        return {word for line in file if not line.startswith('#') for word in line.split()}


def main(brands, words, *names):
    common = read_words(words)
    people = set().union(*map(read_words, names)) - RARE
    ini = configparser.RawConfigParser(delimiters=('=',), comment_prefixes=('#',), interpolation=None)
    ini.read(brands, encoding='utf-8')
    reviewed = {' '.join(name.split()) for name in REVIEWED.split(';')}
    made_of_words = {}
    of_people = {}
    for brand in ini.sections():
        for name in filter(None, ini[brand].get('names', '').lower().split(';')):
            if name in people:
                of_people[name] = brand
            elif all(part in common for part in re.split('[ -]', name)):
                made_of_words[name] = brand
    faults = [f'[{made_of_words[name]}] "{name}" is made of common words: make it bare'
              for name in sorted(made_of_words.keys() - reviewed)]
    faults += [f'[{brand}] "{name}" is a person\'s name: make it bare' for name, brand in sorted(of_people.items())]
    faults += [f'"{name}" is reviewed, and no name of the registry' for name in sorted(reviewed - made_of_words.keys())]
    print('\n'.join(faults) or f'{len(made_of_words)} names of common words, all reviewed')
    return 1 if faults else 0


sys.exit(main(*sys.argv[1:]))
